package com.ofauth.access.internal.paging;

import com.ofauth.access.internal.paging.Baseline.Entry;
import com.ofauth.access.internal.reading.InMemory;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of checkpoints: one character for the kind, a part that is bounded in size, and, each
 * behind a dot, the keys of the items that were given. A checksum stands outside, so what is read
 * here is right or was made up; nothing that was made up takes more memory than its text.
 */
final class CheckpointCodec {

  /** What a checkpoint stands for; its name is the first character of the body. */
  enum Kind {
    /** A walk over a list, with the keys that it gave. */
    WALK('k'),
    /** The same without the keys; public checkpoints make it of the other. */
    COMPACT_WALK('c'),
    /** A copy of a list that is under way. */
    COPY('s'),
    /** Where a poll for news starts. */
    NEWS('n');

    private final char name;

    Kind(char name) {
      this.name = name;
    }
  }

  /** What a checkpoint belongs to and holds; of news, only the baseline. */
  record Content(
      Kind kind, String operationId, long connectionMark, long queryMark, WalkState state) {}

  private CheckpointCodec() {}

  static String encode(Content content) {
    WalkState state = content.state();
    Out out = new Out();
    out.text(content.operationId());
    out.mark(content.connectionMark());
    out.mark(content.queryMark());
    List<Long> anchors = content.kind() == Kind.NEWS ? List.of() : state.anchors();
    if (content.kind() != Kind.NEWS) {
      out.number((state.closing() ? 1 : 0) | (state.anew() ? 2 : 0));
      out.number(state.leftOut().count());
      out.number(state.leftOut().marks().size());
      state.leftOut().marks().forEach(out::shortMark);
      out.text(state.cursor() == null ? "" : state.cursor());
      planner(out, state.planner());
      out.number(anchors.size());
      anchors.forEach(out::mark);
    }
    baseline(out, state.baseline(), anchors);
    String bounded =
        Base64.getUrlEncoder().withoutPadding().encodeToString(out.bytes.toByteArray());
    List<String> keys = content.kind() == Kind.WALK ? state.given().coded() : List.of();
    int length = 1 + bounded.length() + keys.stream().mapToInt(part -> 1 + part.length()).sum();
    StringBuilder body = new StringBuilder(length).append(content.kind().name).append(bounded);
    keys.forEach(part -> body.append('.').append(part));
    return body.toString();
  }

  static Content decode(String body) {
    if (InMemory.isFake(body)) {
      throw new IllegalArgumentException(
          "The checkpoint was made by a fake (Page.of, Paginated.of, Changes.of): a list of the service can't resume from it");
    }
    try {
      Kind kind = kind(body.charAt(0));
      int end = body.indexOf('.');
      ByteBuffer in =
          ByteBuffer.wrap(
              Base64.getUrlDecoder().decode(body.substring(1, end < 0 ? body.length() : end)));
      Content content = decode(kind, in, end < 0 ? List.of() : keys(body, end));
      if (in.hasRemaining()) {
        throw damaged(null);
      }
      return content;
    } catch (BufferUnderflowException e) {
      throw damaged(e);
    }
  }

  private static Content decode(Kind kind, ByteBuffer in, List<long[]> keys) {
    String operationId = text(in);
    long connectionMark = in.getLong();
    long queryMark = in.getLong();
    if (kind == Kind.NEWS) {
      WalkState state = WalkState.begin(0).with(baseline(in, List.of()));
      return new Content(kind, operationId, connectionMark, queryMark, state);
    }
    long flags = number(in);
    LeftOut.Count leftOut = leftOut(in);
    String cursor = text(in);
    WindowPlanner planner = planner(in);
    List<Long> anchors = new ArrayList<>();
    for (int left = count(in, Long.BYTES); left > 0; left--) {
      anchors.add(in.getLong());
    }
    WalkState state =
        new WalkState(
            planner,
            cursor.isEmpty() ? null : cursor,
            (flags & 1) != 0,
            (flags & 2) != 0,
            leftOut,
            anchors,
            baseline(in, anchors),
            DeliveredKeys.Snapshot.of(keys),
            kind != Kind.WALK);
    return new Content(kind, operationId, connectionMark, queryMark, state);
  }

  private static Kind kind(char name) {
    for (Kind kind : Kind.values()) {
      if (kind.name == name) {
        return kind;
      }
    }
    throw damaged(null);
  }

  private static List<long[]> keys(String body, int dot) {
    List<long[]> parts = new ArrayList<>();
    for (int from = dot + 1; from <= body.length(); ) {
      int end = body.indexOf('.', from);
      int to = end < 0 ? body.length() : end;
      long[] part = KeyCode.decode(body.substring(from, to));
      if (part == null) {
        throw damaged(null);
      }
      parts.add(part);
      from = to + 1;
    }
    return parts;
  }

  private static IllegalArgumentException damaged(@Nullable Exception cause) {
    return new IllegalArgumentException(
        "The checkpoint is damaged: some of its text is missing or was changed", cause);
  }

  private static LeftOut.Count leftOut(ByteBuffer in) {
    long count = number(in);
    List<Integer> marks = new ArrayList<>();
    for (int left = count(in, Integer.BYTES); left > 0; left--) {
      marks.add(in.getInt());
    }
    if (count < 0 || marks.size() > LeftOut.Count.MAX_MARKS) {
      throw damaged(null);
    }
    return new LeftOut.Count(count, List.copyOf(marks));
  }

  private static void planner(Out out, WindowPlanner planner) {
    out.number(planner.start());
    out.number(planner.mode().code());
    out.number(planner.from());
    out.number(planner.last());
    out.number(planner.until());
    out.number(planner.miss() == WindowPlanner.NONE ? 0 : planner.miss() + 1);
    out.number(planner.back());
    out.number(
        (planner.exact() ? 1 : 0) | (planner.wide() ? 2 : 0) | (planner.shortPages() ? 4 : 0));
  }

  private static WindowPlanner planner(ByteBuffer in) {
    long start = number(in);
    long mode = number(in);
    long from = number(in);
    long last = number(in);
    long until = number(in);
    long miss = number(in);
    long back = number(in);
    long flags = number(in);
    WindowPlanner.Mode needs = WindowPlanner.Mode.of(mode);
    if (needs == null || miss < 0) {
      throw damaged(null);
    }
    WindowPlanner planner =
        new WindowPlanner(
            start,
            needs,
            from,
            last,
            until,
            (flags & 1) != 0,
            miss == 0 ? WindowPlanner.NONE : miss - 1,
            back,
            (flags & 2) != 0,
            (flags & 4) != 0);
    if (!planner.isPossible()) {
      throw damaged(null);
    }
    return planner;
  }

  /** An entry that is among the anchors too is told by its place there. */
  private static void baseline(Out out, Baseline baseline, List<Long> anchors) {
    Map<Long, Integer> places = new HashMap<>();
    for (int place = 0; place < anchors.size(); place++) {
      places.put(anchors.get(place), place);
    }
    out.number(
        (baseline.complete() ? 1 : 0)
            | (baseline.mayRepeat() ? 2 : 0)
            | (baseline.lost() ? 4 : 0)
            | (baseline.ended() ? 8 : 0));
    out.number(baseline.below());
    out.number(baseline.entries().size());
    for (Entry entry : baseline.entries()) {
      Integer place = places.get(entry.mark());
      out.number(((long) entry.gap() << 2) | (entry.joins() ? 2 : 0) | (place == null ? 0 : 1));
      if (place == null) {
        out.mark(entry.mark());
      } else {
        out.number(place);
      }
    }
  }

  private static Baseline baseline(ByteBuffer in, List<Long> anchors) {
    long flags = number(in);
    long below = number(in);
    List<Entry> entries = new ArrayList<>();
    for (int left = count(in, 2); left > 0; left--) {
      long head = number(in);
      long mark;
      if ((head & 1) == 0) {
        mark = in.getLong();
      } else {
        long place = number(in);
        if (place < 0 || place >= anchors.size()) {
          throw damaged(null);
        }
        mark = anchors.get((int) place);
      }
      long gap = head >>> 2;
      if (gap > Integer.MAX_VALUE) {
        throw damaged(null);
      }
      entries.add(new Entry(mark, (head & 2) != 0, (int) gap));
    }
    return new Baseline(
        List.copyOf(entries),
        (int) Math.max(0, Math.min(below, Integer.MAX_VALUE)),
        (flags & 8) != 0,
        (flags & 1) != 0,
        (flags & 2) != 0,
        (flags & 4) != 0);
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[count(in, 1)];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A count of things that take so many bytes each, at least. */
  private static int count(ByteBuffer in, int bytes) {
    long count = number(in);
    if (count < 0 || count > in.remaining() / bytes) {
      throw damaged(null);
    }
    return (int) count;
  }

  private static long number(ByteBuffer in) {
    long number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte b = in.get();
      number |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return number;
      }
    }
    throw damaged(null);
  }

  private static final class Out {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void text(String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      number(utf8.length);
      bytes.writeBytes(utf8);
    }

    void mark(long mark) {
      bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(mark).array());
    }

    void shortMark(int mark) {
      bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(mark).array());
    }

    /** Seven bits a byte, the lowest first. */
    void number(long number) {
      long left = number;
      while ((left & ~0x7fL) != 0) {
        bytes.write((int) (left & 0x7f) | 0x80);
        left >>>= 7;
      }
      bytes.write((int) left);
    }
  }
}
