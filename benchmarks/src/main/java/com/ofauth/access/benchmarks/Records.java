package com.ofauth.access.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user would write by hand for a page of chats, for Jackson, Moshi and fastjson2. */
final class Records {
  private Records() {}

  public record Page(List<Chat> list, boolean hasMore, @Nullable Long nextOffset) {}

  public record Chat(
      User withUser,
      @Nullable Object canNotSendReason,
      @Nullable Boolean canSendMessage,
      @Nullable Boolean canGoToProfile,
      @Nullable Long unreadMessagesCount,
      @Nullable Boolean hasUnreadTips,
      @Nullable Boolean isMutedNotifications,
      @Nullable Message lastMessage,
      @Nullable Long lastReadMessageId,
      @Nullable Boolean hasPurchasedFeed,
      @Nullable Long countPinnedMessages) {}

  public record User(
      long id,
      @Json(name = "_view") @JsonProperty("_view") @Nullable String view,
      @Nullable String name) {}

  public record Message(
      long id,
      @Nullable String text,
      @Nullable User fromUser,
      @Nullable List<Medium> media,
      @Nullable List<Long> previews,
      @Nullable Boolean isMediaReady,
      @Nullable Long mediaCount,
      @Nullable Boolean lockedText,
      @Nullable String responseType,
      @Nullable String giphyId,
      @Nullable Boolean isFree,
      @Nullable Boolean isTip,
      @Nullable Boolean isReportedByMe,
      @Nullable Boolean isCouplePeopleMedia,
      @Nullable Long queueId,
      @Nullable Boolean isMarkdownDisabled,
      @Nullable List<Object> releaseForms,
      @Nullable Boolean isFromQueue,
      @Nullable Boolean canUnsendQueue,
      @Nullable Long unsendSecondsQueue,
      @Nullable Boolean isOpened,
      @Nullable Boolean isNew,
      @Nullable String createdAt,
      @Nullable String changedAt,
      @Nullable Long cancelSeconds,
      @Nullable Boolean isLiked,
      @Nullable Boolean canPurchase,
      @Nullable String canPurchaseReason,
      @Nullable Boolean canReport,
      @Nullable Boolean canBePinned,
      @Nullable Boolean isPinned) {}

  public record Medium(
      long id,
      String type,
      @Nullable Boolean convertedToVideo,
      @Nullable Boolean canView,
      @Nullable Boolean hasError,
      @Nullable String createdAt,
      @Nullable Boolean isReady,
      @Nullable List<Object> releaseForms,
      @Nullable Double duration,
      @Nullable Boolean hasCustomPreview,
      @Nullable VideoSources videoSources,
      @Nullable Files files) {}

  public record VideoSources(
      @Json(name = "240") @JsonProperty("240") @Nullable String low,
      @Json(name = "720") @JsonProperty("720") @Nullable String high) {}

  public record Files(
      @Nullable File full,
      @Nullable File thumb,
      @Nullable File preview,
      @Nullable File squarePreview) {}

  public record File(
      @Nullable String url,
      @Nullable List<Source> sources,
      @Nullable List<Source> options,
      @Nullable Double width,
      @Nullable Double height,
      @Nullable Long size) {}

  public record Source(
      @Nullable String url,
      @Nullable Double width,
      @Nullable Double height,
      @Nullable String type) {}
}
