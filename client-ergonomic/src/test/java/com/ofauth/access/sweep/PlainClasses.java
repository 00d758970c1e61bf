package com.ofauth.access.sweep;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.gson.annotations.SerializedName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** The documented pages as anybody would write them down for Gson or Jackson. */
@NullUnmarked
final class PlainClasses {
  private PlainClasses() {}

  static class ChatPage {
    public List<PlainChat> list;
    public boolean hasMore;
    public Long nextOffset;
  }

  static class MassMessagePage {
    public List<PlainMassMessage> list;
    public boolean hasMore;
  }

  static class PlainChat {
    public PlainUser withUser;
    public Object canNotSendReason;
    public Boolean canSendMessage;
    public Boolean canGoToProfile;
    public Integer unreadMessagesCount;
    public Boolean hasUnreadTips;
    public Boolean isMutedNotifications;
    public PlainMessage lastMessage;
    public Long lastReadMessageId;
    public Boolean hasPurchasedFeed;
    public Integer countPinnedMessages;
  }

  static class PlainUser {
    public long id;

    @SerializedName("_view")
    @JsonProperty("_view")
    public String view;

    public String name;
  }

  static class PlainMessage {
    public long id;
    public String text;
    public PlainUser fromUser;
    public List<PlainMedia> media;
    public List<Long> previews;
    public Boolean isMediaReady;
    public Integer mediaCount;
    public Boolean lockedText;
    public String responseType;
    public String giphyId;
    public Boolean isFree;
    public Boolean isTip;
    public Boolean isReportedByMe;
    public Boolean isCouplePeopleMedia;
    public Long queueId;
    public Boolean isMarkdownDisabled;
    public Object releaseForms;
    public Boolean isFromQueue;
    public Boolean canUnsendQueue;
    public Integer unsendSecondsQueue;
    public Boolean isOpened;
    public Boolean isNew;
    public String createdAt;
    public String changedAt;
    public Integer cancelSeconds;
    public Boolean isLiked;
    public Boolean canPurchase;
    public String canPurchaseReason;
    public Boolean canReport;
    public Boolean canBePinned;
    public Boolean isPinned;
  }

  static final class PlainMassMessage extends PlainMessage {
    public String date;
    public String textCropped;
    public Integer sentCount;
    public Integer viewedCount;
    public Boolean canUnsend;
    public Integer unsendSeconds;
    public Boolean isCanceled;
    public Map<String, Integer> mediaTypes;
    public Boolean hasError;
    public String price;
    public Integer purchasedCount;
    public Boolean canSendMessageToBuyers;
  }

  static class PlainMedia {
    public long id;
    public String type;
    public boolean convertedToVideo;
    public boolean canView;
    public boolean hasError;
    public String createdAt;
    public boolean isReady;
    public List<PlainReleaseForm> releaseForms;
    public Integer duration;
    public Boolean hasCustomPreview;
    public Map<String, String> videoSources;
    public PlainFiles files;
  }

  static class PlainReleaseForm {
    public long id;
    public String name;
    public String partnerSource;
    public String type;
    public PlainReleaseFormUser user;
  }

  static class PlainReleaseFormUser {
    public String view;
    public long id;
    public String name;
    public String username;
    public boolean isVerified;
    public String avatar;
    public Map<String, String> avatarThumbs;
    public String ivStatus;
    public boolean isFromGuest;
  }

  static class PlainFiles {
    public PlainFile full;
    public PlainFile thumb;
    public PlainFile preview;
    public PlainFile squarePreview;
  }

  static class PlainFile {
    public String url;
    public List<PlainSource> sources;
    public List<PlainSource> options;
    public Integer width;
    public Integer height;
    public Long size;
  }

  static class PlainSource {
    public String url;
    public Integer width;
    public Integer height;
    public String type;
  }
}
