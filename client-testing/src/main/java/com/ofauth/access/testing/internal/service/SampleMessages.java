package com.ofauth.access.testing.internal.service;

import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Messages as JSON trees. What varies by kind (the media, the free-form release forms, nulls) goes
 * round by index, so that a short list has every case; the rest is by chance.
 */
public final class SampleMessages {
  public static final long CREATOR_ID = 161_803_398L;
  public static final long NEWEST_CHAT_MESSAGE = 7_812_345_000_000L;

  /** Higher than the ids of all generated messages. */
  public static final long FIRST_NEW_MESSAGE = NEWEST_CHAT_MESSAGE + 1_000;

  // Some timestamps of the service end in Z, some in an offset.
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

  private final Random random;
  private final int index;
  private final Instant sentAt;

  public SampleMessages(Random random, int index, Instant sentAt) {
    this.random = random;
    this.index = index;
    this.sentAt = sentAt;
  }

  static String timestamp(Instant instant, boolean zulu) {
    return zulu
        ? instant.toString()
        : WITH_OFFSET.format(OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
  }

  public Map<String, @Nullable Object> message(long id, String text, Map<String, Object> author) {
    List<Object> media = media(id);
    Map<String, @Nullable Object> message = new LinkedHashMap<>();
    message.put("id", id);
    message.put("text", text);
    message.put("fromUser", author);
    message.put("media", media);
    message.put("previews", media.isEmpty() ? List.of() : List.of(mediaId(id, 0)));
    if (index % 5 == 3) {
      return message;
    }
    message.put("isMediaReady", true);
    message.put("mediaCount", media.size());
    flag(message, "lockedText");
    message.put("responseType", "message");
    if (index % 3 > 0) {
      message.put("giphyId", index % 3 == 1 ? null : "giphy" + random.nextInt(100_000));
    }
    message.put("isFree", random.nextBoolean());
    message.put("isTip", random.nextInt(8) == 0);
    flag(message, "isReportedByMe");
    flag(message, "isCouplePeopleMedia");
    if (random.nextBoolean()) {
      message.put("queueId", 6_900_000_000_000L + random.nextInt(1_000_000));
      message.put("unsendSecondsQueue", random.nextInt(86_400));
    }
    flag(message, "isMarkdownDisabled");
    releaseForms(message);
    flag(message, "isFromQueue");
    flag(message, "canUnsendQueue");
    flag(message, "isOpened");
    message.put("isNew", random.nextBoolean());
    message.put("createdAt", timestamp(sentAt, index % 2 == 0));
    message.put("changedAt", timestamp(sentAt, index % 2 == 1));
    message.put("cancelSeconds", random.nextInt(86_400));
    flag(message, "isLiked");
    if (random.nextBoolean()) {
      message.put("canPurchase", true);
      message.put("canPurchaseReason", "opened");
    }
    flag(message, "canReport");
    flag(message, "canBePinned");
    flag(message, "isPinned");
    return message;
  }

  /** As messages of the queue were captured: without author and media, and a price as a number. */
  public Map<String, @Nullable Object> queuedMassMessage(long id, String text) {
    Map<String, @Nullable Object> message = new LinkedHashMap<>();
    message.put("id", id);
    message.put("date", timestamp(sentAt, false));
    message.put("text", text);
    message.put("textCropped", text.codePointCount(0, text.length()) > 30 ? cropped(text) : text);
    message.put("isFree", true);
    message.put("sentCount", 0);
    message.put("viewedCount", 0);
    message.put("canUnsend", true);
    message.put("unsendSeconds", 86_400);
    message.put("isCanceled", false);
    message.put("mediaTypes", null);
    message.put("hasError", false);
    message.put("price", 0);
    return message;
  }

  public Map<String, @Nullable Object> massMessage(
      long id, String text, Map<String, Object> author) {
    Map<String, @Nullable Object> message = message(id, text, author);
    if (index % 7 == 6) {
      return message;
    }
    int sent = random.nextInt(5_000);
    message.put("date", timestamp(sentAt, index % 2 == 0));
    message.put("textCropped", text.codePointCount(0, text.length()) > 30 ? cropped(text) : text);
    message.put("sentCount", sent);
    message.put("viewedCount", sent / 2);
    flag(message, "canUnsend");
    message.put("unsendSeconds", random.nextInt(86_400));
    flag(message, "isCanceled");
    message.put("mediaTypes", Map.of(SampleMedia.TYPES.get(index % 4), 1));
    message.put("hasError", random.nextInt(20) == 0);
    message.put("price", List.of("0", "4.99", "14.99", "200.00").get(index % 4));
    message.put("purchasedCount", sent / 40);
    flag(message, "canSendMessageToBuyers");
    return message;
  }

  private List<Object> media(long messageId) {
    SampleMedia samples = new SampleMedia(random, timestamp(sentAt, true));
    List<Object> media = new ArrayList<>();
    for (int i = 0; i < index % 3; i++) {
      String type = SampleMedia.TYPES.get((index / 3 + i) % SampleMedia.TYPES.size());
      media.add(samples.media(mediaId(messageId, i), type));
    }
    return media;
  }

  private static long mediaId(long messageId, int position) {
    return messageId / 2 + position;
  }

  private void releaseForms(Map<String, @Nullable Object> message) {
    switch (index % 6) {
      case 0 -> message.put("releaseForms", null);
      case 1 -> message.put("releaseForms", List.of());
      case 2 -> {
        // In a fixed order: the order of Map.of differs from run to run.
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("pending", 2);
        form.put("note", "تم");
        message.put("releaseForms", form);
      }
      // Past 2^63: no client may read free-form numbers as long or double.
      case 4 -> message.put("releaseForms", List.of(new BigInteger("9".repeat(25)), true));
      case 5 -> message.put("releaseForms", "unknown");
      default -> {
        // Left out.
      }
    }
  }

  private void flag(Map<String, @Nullable Object> target, String name) {
    if (random.nextInt(4) > 0) {
      target.put(name, random.nextInt(4) == 0);
    }
  }

  private static String cropped(String text) {
    return text.substring(0, text.offsetByCodePoints(0, 30)) + "…";
  }
}
