package com.ofauth.access.testing;

import com.ofauth.access.model.Chat;
import com.ofauth.access.model.MassMessage;
import com.ofauth.access.testing.internal.service.Captured;
import com.ofauth.access.testing.internal.service.ChatEntry;
import com.ofauth.access.testing.internal.service.MassMessageEntry;
import com.ofauth.access.testing.internal.service.SampleMessages;
import com.ofauth.access.testing.internal.service.SampleText;
import com.ofauth.access.testing.internal.service.Seeds;
import com.ofauth.access.testing.internal.service.WireJson;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Realistic chats and mass messages: signed-looking URLs on a reserved domain, emoji and
 * right-to-left text, all media types, absent and null fields, ids and sizes past 2^31, free-form
 * release forms, and what captures of the service show: photos without a date, protected videos
 * without a URL, mass messages of the queue, deleted users. All of it is legal by the spec.
 *
 * <p>The same seed gives the same items on every machine and in every run. A provider gives each of
 * its connections data of its own. Immutable.
 */
public final class SampleData {
  private static final Instant NEWEST = Instant.parse("2024-05-31T18:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(37);
  private static final long NEWEST_MASS_MESSAGE = 6_900_123_000_000L;
  // Far enough apart that lists of a million messages do not meet.
  private static final long LIST_DISTANCE = 100_000_000_000L;

  private final long seed;

  private SampleData(long seed) {
    this.seed = seed;
  }

  /**
   * Data of a seed.
   *
   * @param seed any number
   * @return its data
   */
  public static SampleData seeded(long seed) {
    return new SampleData(seed);
  }

  /**
   * A chat.
   *
   * @param index zero or more; each has its own user; a higher index is an older chat
   * @return the same chat at each call
   */
  public Chat chat(int index) {
    Random random = random('c', index);
    Instant lastActive = NEWEST.minus(STEP.multipliedBy(index));
    Map<String, @Nullable Object> chat = new LinkedHashMap<>();
    chat.put(
        "withUser",
        isDeleted(index)
            ? Map.of("id", userId(index))
            : Map.of("id", userId(index), "_view", index % 4 == 0 ? "f" : "s"));
    if (index % 11 == 10) {
      return WireJson.chatOf(chat);
    }
    canNotSendReason(chat, index);
    chat.put("canGoToProfile", random.nextInt(6) > 0 && !isDeleted(index));
    chat.put("unreadMessagesCount", index % 3 == 1 ? 1 + random.nextInt(9) : 0);
    chat.put("hasUnreadTips", index % 9 == 1);
    if (random.nextBoolean()) {
      chat.put("isMutedNotifications", random.nextInt(5) == 0);
    }
    if (index % 13 != 12) {
      chat.put("lastMessage", lastMessage(random, index, lastActive));
      chat.put("lastReadMessageId", SampleMessages.NEWEST_CHAT_MESSAGE - index * 1_000L - 500);
    }
    chat.put("hasPurchasedFeed", random.nextBoolean());
    if (random.nextBoolean()) {
      chat.put("countPinnedMessages", random.nextInt(3));
    }
    return WireJson.chatOf(chat);
  }

  /**
   * A mass message that was sent.
   *
   * @param index zero or more; each has its own id; a higher index is an older message
   * @return the same message at each call
   */
  public MassMessage massMessage(int index) {
    return massMessage(index, 0);
  }

  /**
   * Chats in shapes that were captured from the service and that its documentation does not
   * mention: a photo, a protected video, a deleted user, a message without author and media, ids in
   * quotes, arrays for empty objects. Names, texts, ids and URLs are made up.
   *
   * @return one JSON object each; an immutable list
   */
  public static List<String> capturedChats() {
    return Captured.CHATS.items();
  }

  /**
   * Mass messages in shapes that were captured from the service and that its documentation does not
   * mention: one of the queue, prices as numbers, ids in quotes, missing dates. Names, texts, ids
   * and URLs are made up.
   *
   * @return one JSON object each; an immutable list
   */
  public static List<String> capturedMassMessages() {
    return Captured.MASS_MESSAGES.items();
  }

  ChatEntry chatEntry(int index) {
    return ChatEntry.lazy(userId(index), () -> chat(index), index % 7 == 3);
  }

  MassMessageEntry sentEntry(int index) {
    return massMessageEntry(index, 0);
  }

  MassMessageEntry unsentEntry(int index) {
    return massMessageEntry(index, 1);
  }

  MassMessageEntry scheduledEntry(int index) {
    return massMessageEntry(index, 2);
  }

  private MassMessageEntry massMessageEntry(int index, int list) {
    return MassMessageEntry.lazy(massMessageId(index, list), () -> massMessage(index, list));
  }

  private MassMessage massMessage(int index, int list) {
    Random random = random((char) ('m' + list), index);
    Instant sentAt = NEWEST.minus(STEP.multipliedBy(index * 3L));
    Map<String, Object> author = author(SampleMessages.CREATOR_ID, "Alex Marlow", index % 2 == 0);
    SampleMessages messages = new SampleMessages(random, index, sentAt);
    long id = massMessageId(index, list);
    return WireJson.massMessageOf(
        index % 8 == 4
            ? messages.queuedMassMessage(id, text(random))
            : messages.massMessage(id, text(random), author));
  }

  private Map<String, @Nullable Object> lastMessage(Random random, int index, Instant sentAt) {
    boolean fromCreator = index % 3 == 2;
    Map<String, Object> author =
        fromCreator
            ? author(SampleMessages.CREATOR_ID, "Alex Marlow", index % 2 == 0)
            : author(userId(index), name(random), index % 4 > 0 && !isDeleted(index));
    return new SampleMessages(random, index, sentAt)
        .message(SampleMessages.NEWEST_CHAT_MESSAGE - index * 1_000L, text(random), author);
  }

  /** Whether the user has left the service, and only the id is there. */
  private static boolean isDeleted(int index) {
    return index % 12 == 6;
  }

  private static void canNotSendReason(Map<String, @Nullable Object> chat, int index) {
    if (isDeleted(index)) {
      chat.put("canNotSendReason", "deleted_user");
      chat.put("canSendMessage", false);
      return;
    }
    switch (index % 5) {
      case 0 -> chat.put("canNotSendReason", false);
      case 2 -> chat.put("canNotSendReason", true);
      case 3 ->
          chat.put(
              "canNotSendReason", SampleText.REASONS.get(index / 5 % SampleText.REASONS.size()));
      default -> {
        // Left out.
      }
    }
    if (index % 5 < 4) {
      chat.put("canSendMessage", index % 5 < 2);
    }
  }

  /** An author has a name or a view mark beside the id. */
  private static Map<String, Object> author(long id, String name, boolean named) {
    return named ? Map.of("id", id, "name", name) : Map.of("id", id, "_view", "s");
  }

  /** Every third id passes 2^31. They rise in steps larger than the chance in them. */
  private long userId(int index) {
    long chance = random('u', index).nextInt(900);
    return (index % 3 == 0 ? 4_800_000_000L : 12_000_000L) + index * 1_000L + chance;
  }

  private static long massMessageId(int index, int list) {
    return NEWEST_MASS_MESSAGE - list * LIST_DISTANCE - index * 1_000L;
  }

  private static String text(Random random) {
    return SampleText.TEXTS.get(random.nextInt(SampleText.TEXTS.size()));
  }

  private static String name(Random random) {
    return SampleText.NAMES.get(random.nextInt(SampleText.NAMES.size()));
  }

  private Random random(char kind, int index) {
    return Seeds.random(seed, kind, index);
  }

  @Override
  public String toString() {
    return "SampleData[seed " + seed + "]";
  }
}
