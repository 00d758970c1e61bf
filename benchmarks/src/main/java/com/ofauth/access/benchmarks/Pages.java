package com.ofauth.access.benchmarks;

import java.nio.charset.StandardCharsets;
import okio.Buffer;

/** A list of chats, and its pages as the service sends them. */
final class Pages {
  static final int PAGE_SIZE = 20;

  private static final String SIGNATURE = "?Policy=" + "Zk3vQd8A".repeat(78) + "&Key-Pair-Id=APKAX";

  private final byte[][] chats;

  Pages(int items, Urls urls) {
    chats = new byte[items][];
    for (int i = 0; i < items; i++) {
      chats[i] = chat(1_000_000L + i, urls).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** The first page of a list of one page. */
  static byte[] page(Urls urls) {
    return new Pages(PAGE_SIZE, urls).page(0, PAGE_SIZE);
  }

  int size() {
    return chats.length;
  }

  /** The chats from an offset on. */
  byte[] page(int offset, int limit) {
    Buffer json = new Buffer().writeUtf8("{\"list\":[");
    int end = Math.min(chats.length, offset + limit);
    for (int i = offset; i < end; i++) {
      json.writeUtf8(i == offset ? "" : ",").write(chats[i]);
    }
    json.writeUtf8("],\"hasMore\":" + (end < chats.length) + ",\"nextOffset\":" + end + "}");
    return json.readByteArray();
  }

  private static String chat(long id, Urls urls) {
    return """
        {"withUser":{"id":%1$d,"_view":"s"},"canNotSendReason":false,"canSendMessage":true,\
        "canGoToProfile":true,"unreadMessagesCount":3,"hasUnreadTips":false,\
        "isMutedNotifications":false,"lastMessage":{"id":78123%1$d,"text":"<p>Thank you, that made my \
        day \\uD83D\\uDC9B, and see you on %1$d</p>","fromUser":{"id":%1$d,"_view":"s"},"media":[%2$s,%3$s],\
        "previews":[40%1$d],"isMediaReady":true,"mediaCount":2,"lockedText":false,\
        "responseType":"message","giphyId":null,"isFree":true,"isTip":false,"isReportedByMe":false,\
        "isCouplePeopleMedia":false,"queueId":0,"isMarkdownDisabled":false,"releaseForms":[],\
        "isFromQueue":false,"canUnsendQueue":false,"unsendSecondsQueue":0,"isOpened":true,\
        "isNew":false,"createdAt":"2024-01-15T10:31:05+00:00","changedAt":"2024-01-15T10:31:05+00:00",\
        "cancelSeconds":86400,"isLiked":false,"canPurchase":false,"canPurchaseReason":"free",\
        "canReport":true,"canBePinned":true,"isPinned":false},"lastReadMessageId":78122%1$d,\
        "hasPurchasedFeed":false,"countPinnedMessages":0}"""
        .formatted(id, medium(id, "video", urls), medium(id + 1, "photo", urls));
  }

  private static String medium(long id, String type, Urls urls) {
    return """
        {"id":40%1$d,"type":"%2$s","convertedToVideo":false,"canView":true,"hasError":false,\
        "createdAt":"2024-01-15T10:30:00Z","isReady":true,"releaseForms":[],"duration":75,\
        "hasCustomPreview":false,"videoSources":{"240":"%3$s","720":"%4$s"},"files":{"full":{"url":"%5$s",\
        "sources":[{"url":"%6$s","width":1920,"height":1080,"type":"video/mp4"}],"width":3840,\
        "height":2160,"size":3221225472},"thumb":{"url":"%7$s","width":300,"height":300,"size":18204},\
        "preview":{"url":"%8$s","options":[],"width":960,"height":540,"size":90112},\
        "squarePreview":{"url":"%9$s","width":960,"height":960,"size":131072}}}"""
        .formatted(
            id,
            type,
            url(id, "240p.mp4", urls),
            url(id, "720p.mp4", urls),
            url(id, "source.mp4", urls),
            url(id, "1080p.mp4", urls),
            url(id, "thumb.jpg", urls),
            url(id, "preview.jpg", urls),
            url(id, "square.jpg", urls));
  }

  private static String url(long id, String file, Urls urls) {
    String url = "https://cdn2.example.com/files/a/a1/a1b2c3d4/" + id + "/" + file;
    return urls == Urls.SIGNED ? url + SIGNATURE : url;
  }
}
