package com.ofauth.access.testing.internal.exchange;

import com.ofauth.access.testing.Framing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How an answer travels: when it starts, how much of its body is sent, how it ends. Immutable. */
public final class ResponseDelivery {
  /** At once, as one HTTP/1.1 or HTTP/2 response, on a connection that stays open. */
  public static final ResponseDelivery PLAIN = new ResponseDelivery();

  private Duration latency = Duration.ZERO;
  private @Nullable Consumer<Runnable> gate;
  private Start start = Start.ANSWER;
  private List<Integer> interim = List.of();
  private boolean http10;
  private @Nullable String statusText;
  private Coding coding = Coding.NONE;
  private Framing framing = Framing.CONTENT_LENGTH;
  private boolean byteOrderMark;
  private BodyEnd bodyEnd = BodyEnd.WHOLE;
  private @Nullable Drip drip;
  private After after = After.KEEP;

  /** Whether the request is answered. */
  public enum Start {
    ANSWER,
    /** The connection is reset before the first byte. */
    RESET,
    /** The connection is closed in order before the first byte. */
    CLOSE,
    /** Nothing is ever sent, the connection stays open. */
    SILENCE,
    /** On HTTP/2 the stream is refused and the connection lives on; on HTTP/1.1 as CLOSE. */
    REFUSE_STREAM
  }

  /** How the body is compressed. */
  public enum Coding {
    NONE,
    GZIP,
    /** Compressed, and wrong from the middle on. */
    DAMAGED_GZIP
  }

  /** How much of the body is sent, and what follows. */
  public enum BodyEnd {
    WHOLE,
    /** Half of the body is sent, then it ends, as a proxy's that gave up. */
    CUT,
    /** Half of the body is sent, then the connection is reset. */
    RESET,
    /** Half of the body is sent, then nothing more; the connection stays open. */
    STALL,
    /** Nothing of the body is sent; the connection stays open. */
    STALL_AT_START
  }

  /** What becomes of the connection after a whole answer. */
  public enum After {
    KEEP,
    /** Closed without notice: a pooled connection that turns out to be dead. */
    CLOSE,
    /** The listening socket is closed before the answer is sent, the connection after it. */
    REFUSE_CONNECTIONS,
    /**
     * On HTTP/2 a GOAWAY frame goes ahead of the answer; on HTTP/1.1 a {@code Connection: close}.
     */
    GO_AWAY
  }

  /** A body in steps of so many bytes with so long a pause between them. */
  public record Drip(int bytes, Duration pause) {}

  private ResponseDelivery() {}

  private ResponseDelivery(ResponseDelivery other, Consumer<ResponseDelivery> change) {
    latency = other.latency;
    gate = other.gate;
    start = other.start;
    interim = other.interim;
    http10 = other.http10;
    statusText = other.statusText;
    coding = other.coding;
    framing = other.framing;
    byteOrderMark = other.byteOrderMark;
    bodyEnd = other.bodyEnd;
    drip = other.drip;
    after = other.after;
    change.accept(this);
  }

  /** The wait before anything is sent. */
  public Duration latency() {
    return latency;
  }

  /** Runs what it is given when the answer may go out, ahead of the latency; or null. */
  public @Nullable Consumer<Runnable> gate() {
    return gate;
  }

  public Start start() {
    return start;
  }

  /** The statuses of the interim responses that go ahead of the answer. */
  public List<Integer> interim() {
    return interim;
  }

  /** Whether the answer comes as HTTP/1.0 where the connection is not HTTP/2. */
  public boolean http10() {
    return http10;
  }

  /** The text behind the status on the status line, or null for the usual one. */
  public @Nullable String statusText() {
    return statusText;
  }

  public Coding coding() {
    return coding;
  }

  public Framing framing() {
    return framing;
  }

  /** Whether the body begins with a byte order mark in UTF-8. */
  public boolean byteOrderMark() {
    return byteOrderMark;
  }

  public BodyEnd bodyEnd() {
    return bodyEnd;
  }

  /** The steps in which the body is sent, or null for all at once. */
  public @Nullable Drip drip() {
    return drip;
  }

  public After after() {
    return after;
  }

  public ResponseDelivery withLatency(Duration added) {
    return new ResponseDelivery(this, copy -> copy.latency = latency.plus(added));
  }

  public ResponseDelivery withGate(Consumer<Runnable> changed) {
    return new ResponseDelivery(this, copy -> copy.gate = changed);
  }

  public ResponseDelivery withStart(Start changed) {
    return new ResponseDelivery(this, copy -> copy.start = changed);
  }

  /** Adds interim responses behind those that there are. */
  public ResponseDelivery withInterim(List<Integer> added) {
    List<Integer> all = new ArrayList<>(interim);
    all.addAll(added);
    return new ResponseDelivery(this, copy -> copy.interim = List.copyOf(all));
  }

  public ResponseDelivery asHttp10() {
    return new ResponseDelivery(this, copy -> copy.http10 = true);
  }

  public ResponseDelivery withStatusText(String changed) {
    return new ResponseDelivery(this, copy -> copy.statusText = changed);
  }

  public ResponseDelivery withCoding(Coding changed) {
    return new ResponseDelivery(this, copy -> copy.coding = changed);
  }

  public ResponseDelivery withFraming(Framing changed) {
    return new ResponseDelivery(this, copy -> copy.framing = changed);
  }

  public ResponseDelivery withByteOrderMark() {
    return new ResponseDelivery(this, copy -> copy.byteOrderMark = true);
  }

  public ResponseDelivery withBodyEnd(BodyEnd changed) {
    return new ResponseDelivery(this, copy -> copy.bodyEnd = changed);
  }

  public ResponseDelivery withDrip(Drip changed) {
    return new ResponseDelivery(this, copy -> copy.drip = changed);
  }

  public ResponseDelivery withAfter(After changed) {
    return new ResponseDelivery(this, copy -> copy.after = changed);
  }
}
