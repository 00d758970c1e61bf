package com.ofauth.access.internal.paging;

import com.ofauth.access.internal.paging.SeenItems.SeenItem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The text of checkpoints: a version in the clear, then Base64 of a zlib stream, whose checksum
 * shows damage.
 */
public final class CheckpointCodec {
  private static final String PREFIX = "ofa";
  private static final String VERSION = "1";
  private static final String INTRODUCTION = PREFIX + VERSION + ".";

  /** Far more keys than any walk gives; a count beyond is damage, not data. */
  private static final int MAX_COUNT = 50_000_000;

  /** What a checkpoint belongs to and holds. */
  record Content(String operationId, long connectionMark, long queryMark, WalkState state) {}

  private CheckpointCodec() {}

  static String encode(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeUTF(content.operationId());
      out.writeLong(content.connectionMark());
      out.writeLong(content.queryMark());
      WalkState state = content.state();
      out.writeBoolean(state.closing());
      out.writeUTF(state.cursor() == null ? "" : state.cursor());
      writePlanner(out, state.planner());
      out.writeInt(state.anchors().size());
      for (SeenItem anchor : state.anchors()) {
        out.writeLong(anchor.key());
        out.writeLong(anchor.version());
      }
      writeKeys(out, state.given());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return INTRODUCTION
        + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  public static Content decode(String text) {
    if (!text.startsWith(INTRODUCTION)) {
      throw new IllegalArgumentException(foreign(text));
    }
    Inflater inflater = new Inflater();
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text.substring(INTRODUCTION.length()));
      ByteArrayInputStream zipped = new ByteArrayInputStream(bytes);
      DataInputStream in = new DataInputStream(new InflaterInputStream(zipped, inflater));
      String operationId = in.readUTF();
      long connectionMark = in.readLong();
      long queryMark = in.readLong();
      boolean closing = in.readBoolean();
      String cursor = in.readUTF();
      WindowPlanner planner = readPlanner(in);
      List<SeenItem> anchors = new ArrayList<>();
      for (int left = readCount(in); left > 0; left--) {
        anchors.add(new SeenItem(in.readLong(), in.readLong()));
      }
      DeliveredKeys.Snapshot given = readKeys(in);
      if (in.read() != -1 || inflater.getRemaining() > 0 || zipped.available() > 0) {
        throw damaged(null);
      }
      @Nullable String position = cursor.isEmpty() ? null : cursor;
      return new Content(
          operationId,
          connectionMark,
          queryMark,
          new WalkState(planner, position, closing, anchors, given));
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(e);
    } finally {
      inflater.end();
    }
  }

  private static String foreign(String text) {
    int dot = text.indexOf('.');
    boolean otherVersion =
        text.startsWith(PREFIX)
            && dot > 0
            && text.substring(PREFIX.length(), dot).matches("[0-9]{1,9}");
    return otherVersion
        ? "The checkpoint has version "
            + text.substring(PREFIX.length(), dot)
            + "; this SDK reads version "
            + VERSION
        : "This text is no checkpoint: it does not begin with " + INTRODUCTION;
  }

  private static IllegalArgumentException damaged(@Nullable Exception cause) {
    return new IllegalArgumentException(
        "The checkpoint is damaged: some of its text is missing or was changed", cause);
  }

  private static void writePlanner(DataOutputStream out, WindowPlanner planner) throws IOException {
    out.writeLong(planner.start());
    out.writeBoolean(planner.root());
    out.writeBoolean(planner.blind());
    out.writeLong(planner.anchored());
    out.writeLong(planner.lastItem());
    out.writeLong(planner.hidden());
    out.writeLong(planner.back());
  }

  private static WindowPlanner readPlanner(DataInputStream in) throws IOException {
    long start = in.readLong();
    boolean root = in.readBoolean();
    boolean blind = in.readBoolean();
    WindowPlanner planner =
        new WindowPlanner(
            0, start, root, blind, in.readLong(), in.readLong(), in.readLong(), in.readLong());
    if (!planner.isPossible()) {
      throw damaged(null);
    }
    return planner;
  }

  /** Sorted, as differences, seven bits a byte: a few bytes a key. */
  private static void writeKeys(DataOutputStream out, DeliveredKeys.Snapshot keys)
      throws IOException {
    long[] sorted = keys.stream().sorted().toArray();
    out.writeInt(sorted.length);
    long last = 0;
    for (long key : sorted) {
      long difference = key - last;
      while ((difference & ~0x7fL) != 0) {
        out.writeByte((int) (difference & 0x7f) | 0x80);
        difference >>>= 7;
      }
      out.writeByte((int) difference);
      last = key;
    }
  }

  private static DeliveredKeys.Snapshot readKeys(DataInputStream in) throws IOException {
    int count = readCount(in);
    long[] keys = new long[0];
    long last = 0;
    for (int i = 0; i < count; i++) {
      if (i == keys.length) {
        keys = Arrays.copyOf(keys, Math.min(count, Math.max(64, 2 * i)));
      }
      last += readDifference(in);
      keys[i] = last;
    }
    return new DeliveredKeys.Snapshot(keys, count);
  }

  private static long readDifference(DataInputStream in) throws IOException {
    long difference = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int b = in.readUnsignedByte();
      difference |= (long) (b & 0x7f) << shift;
      if ((b & 0x80) == 0) {
        return difference;
      }
    }
    throw damaged(null);
  }

  private static int readCount(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MAX_COUNT) {
      throw damaged(null);
    }
    return count;
  }
}
