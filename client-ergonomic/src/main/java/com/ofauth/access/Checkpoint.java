package com.ofauth.access;

import com.ofauth.access.internal.util.Messages;
import com.ofauth.access.internal.util.Preconditions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The state of a walk over a list. Another process can resume the walk from it with {@link
 * ListQuery.Builder#resumeFrom}. Each checkpoint stands alone: only the newest one has to be kept.
 *
 * <p>The text is opaque and can be stored or used in a URL. It contains no API key, no names and no
 * message text: only the ids of the items that the walk has returned (three to four characters
 * each) and hashes of items, the list, the query and the connection. It is encoded when it is first
 * asked for. Immutable and thread-safe.
 */
public final class Checkpoint {
  private static final String PREFIX = "ofa";
  private static final String VERSION = "2";
  private static final String INTRODUCTION = PREFIX + VERSION + ".";
  private static final int CHECKSUM_LENGTH = 6;
  private static final int BODY = INTRODUCTION.length() + CHECKSUM_LENGTH + 1;

  /** Of a body: that the keys were left out. The first character says whether they were. */
  private static final char WITH_KEYS = 'k';

  private static final char COMPACT = 'c';

  private @Nullable Supplier<String> encoder;
  private @Nullable String text;

  /** A checkpoint of a walk. */
  Checkpoint(Supplier<String> body) {
    this.encoder = body;
  }

  private Checkpoint(String text) {
    this.text = text;
  }

  /**
   * Parses a checkpoint. Whether it belongs to a query is checked when the query is listed. Takes
   * time and memory in proportion to the text.
   *
   * @param text the result of {@link #toString()}
   * @return the checkpoint
   * @throws IllegalArgumentException if the text is not a checkpoint, is damaged, or has a format
   *     version that this SDK cannot read
   */
  public static Checkpoint parse(String text) {
    Preconditions.notNull("text", text);
    String surplus = Messages.surplus(text);
    if (surplus != null) {
      throw new IllegalArgumentException("The checkpoint must " + surplus);
    }
    if (!text.startsWith(INTRODUCTION)) {
      throw new IllegalArgumentException(foreign(text));
    }
    if (text.length() <= BODY
        || text.charAt(BODY - 1) != '.'
        || !text.startsWith(checksum(text.substring(BODY)), INTRODUCTION.length())) {
      throw new IllegalArgumentException(
          "The checkpoint is damaged: some of its text is missing or was changed");
    }
    return new Checkpoint(text);
  }

  private static String foreign(String text) {
    int dot = text.indexOf('.');
    boolean otherVersion =
        text.startsWith(PREFIX)
            && dot > PREFIX.length()
            && dot < PREFIX.length() + 10
            && text.substring(PREFIX.length(), dot).chars().allMatch(c -> c >= '0' && c <= '9');
    return otherVersion
        ? "The checkpoint has version "
            + text.substring(PREFIX.length(), dot)
            + "; this SDK reads version "
            + VERSION
        : "This text is no checkpoint: it does not begin with " + INTRODUCTION;
  }

  /**
   * Returns a checkpoint that is bounded in size, whatever the list: below 4 kB. It leaves out the
   * ids of the items that were given. A walk that resumes from it can give again what has moved or
   * come since, so it is for programs that merge by id. It loses nothing, except where items are
   * pinned: there it can miss what has moved since.
   *
   * @return a small checkpoint; this one, if it is small already
   */
  public Checkpoint compact() {
    String body = body();
    int keys = body.indexOf('.');
    return body.charAt(0) != WITH_KEYS
        ? this
        : new Checkpoint(() -> COMPACT + body.substring(1, keys < 0 ? body.length() : keys));
  }

  /** What it holds, without what guards it. */
  String body() {
    return toString().substring(BODY);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Checkpoint that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** {@return the opaque text: ASCII letters, digits, {@code -}, {@code _} and {@code .}} */
  @Override
  public synchronized String toString() {
    if (text == null) {
      String body = Objects.requireNonNull(encoder, "encoder").get();
      text = INTRODUCTION + checksum(body) + "." + body;
      encoder = null;
    }
    return text;
  }

  private static String checksum(String body) {
    CRC32C checksum = new CRC32C();
    // What is no Latin letter counts as a question mark, which no body holds.
    checksum.update(body.getBytes(StandardCharsets.ISO_8859_1));
    int value = (int) checksum.getValue();
    byte[] bytes = {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
