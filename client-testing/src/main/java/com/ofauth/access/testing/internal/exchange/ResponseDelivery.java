package com.ofauth.access.testing.internal.exchange;

import com.ofauth.access.testing.Framing;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How an answer travels: when it starts, how much of its body is sent, how that ends.
 *
 * @param latency waited on the provider's event loop before anything is sent
 * @param gate runs what it is given when the answer may go out, before the latency; or null
 * @param start whether there is an answer at all
 * @param coding how the body is compressed
 * @param framing how the end of the body is told
 * @param bodyEnd what follows after the sent part of the body
 * @param drip sends the body in small steps, or null
 * @param after what becomes of the connection after a whole answer
 */
public record ResponseDelivery(
    Duration latency,
    @Nullable Consumer<Runnable> gate,
    Start start,
    Coding coding,
    Framing framing,
    BodyEnd bodyEnd,
    @Nullable Drip drip,
    After after) {

  public static final ResponseDelivery PLAIN =
      new ResponseDelivery(
          Duration.ZERO,
          null,
          Start.ANSWER,
          Coding.NONE,
          Framing.CONTENT_LENGTH,
          BodyEnd.WHOLE,
          null,
          After.KEEP);

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

  /** What follows after the sent part of the body. All but WHOLE send half of it. */
  public enum BodyEnd {
    WHOLE,
    /** The body ends early, as a proxy's that gave up. */
    CUT,
    /** The connection is reset. */
    RESET,
    /** Nothing more is sent, the connection stays open. */
    STALL
  }

  /** What becomes of the connection after a whole answer. */
  public enum After {
    KEEP,
    /** Closed without having said so: a pooled connection that turns out to be dead. */
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

  public ResponseDelivery withLatency(Duration added) {
    return new ResponseDelivery(
        latency.plus(added), gate, start, coding, framing, bodyEnd, drip, after);
  }

  public ResponseDelivery withGate(Consumer<Runnable> gate) {
    return new ResponseDelivery(latency, gate, start, coding, framing, bodyEnd, drip, after);
  }

  public ResponseDelivery withStart(Start changed) {
    return new ResponseDelivery(latency, gate, changed, coding, framing, bodyEnd, drip, after);
  }

  public ResponseDelivery withCoding(Coding changed) {
    return new ResponseDelivery(latency, gate, start, changed, framing, bodyEnd, drip, after);
  }

  public ResponseDelivery withFraming(Framing changed) {
    return new ResponseDelivery(latency, gate, start, coding, changed, bodyEnd, drip, after);
  }

  public ResponseDelivery withBodyEnd(BodyEnd changed) {
    return new ResponseDelivery(latency, gate, start, coding, framing, changed, drip, after);
  }

  public ResponseDelivery withDrip(Drip changed) {
    return new ResponseDelivery(latency, gate, start, coding, framing, bodyEnd, changed, after);
  }

  public ResponseDelivery withAfter(After changed) {
    return new ResponseDelivery(latency, gate, start, coding, framing, bodyEnd, drip, changed);
  }
}
