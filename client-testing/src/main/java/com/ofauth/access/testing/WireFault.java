package com.ofauth.access.testing;

import com.ofauth.access.testing.internal.exchange.ResponseDelivery;
import com.ofauth.access.testing.internal.exchange.ResponseDelivery.After;
import com.ofauth.access.testing.internal.exchange.ResponseDelivery.BodyEnd;
import com.ofauth.access.testing.internal.exchange.ResponseDelivery.Coding;
import com.ofauth.access.testing.internal.exchange.ResponseDelivery.Start;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Faults of the connection. They keep the content of the response, and work over HTTP/1.1 and
 * HTTP/2. {@link AnswerFault} and {@link PageFault} have the other faults, {@link Faults} schedules
 * them.
 */
public final class WireFault {

  private WireFault() {}

  /**
   * Delays the response, in real time and without blocking other requests. Several delays add up.
   *
   * @param wait the delay, zero or more
   * @return the fault
   * @throws IllegalArgumentException if the wait is negative
   */
  public static Fault latency(Duration wait) {
    if (wait.isNegative()) {
      throw new IllegalArgumentException("wait must not be negative: " + wait);
    }
    return travel("latency", delivery -> delivery.withLatency(wait));
  }

  /**
   * Holds the response back until the test opens the gate.
   *
   * @param gate can hold the responses of several requests
   * @return the fault
   */
  public static Fault hold(Gate gate) {
    Objects.requireNonNull(gate, "gate");
    return travel("hold", delivery -> delivery.withGate(gate::arrive));
  }

  /**
   * Never responds, and keeps the connection open until the client closes it.
   *
   * @return the fault
   */
  public static Fault noAnswer() {
    return start("noAnswer", Start.SILENCE);
  }

  /**
   * Resets the TCP connection before the status line; on HTTP/2 with all its streams.
   *
   * @return the fault
   */
  public static Fault resetBeforeStatus() {
    return start("resetBeforeStatus", Start.RESET);
  }

  /**
   * Closes the TCP connection in order, without a response.
   *
   * @return the fault
   */
  public static Fault closeBeforeStatus() {
    return start("closeBeforeStatus", Start.CLOSE);
  }

  /**
   * HTTP/2: refuses the stream ({@code REFUSED_STREAM}) and keeps the connection. HTTP/1.1: as
   * {@link #closeBeforeStatus()}.
   *
   * @return the fault
   */
  public static Fault refuseStream() {
    return start("refuseStream", Start.REFUSE_STREAM);
  }

  /**
   * Resets the TCP connection in the middle of the body.
   *
   * @return the fault
   */
  public static Fault resetInBody() {
    return travel("resetInBody", delivery -> delivery.withBodyEnd(BodyEnd.RESET));
  }

  /**
   * Ends the body in order after its first half. {@link Framing} says what a client can notice.
   *
   * @param framing how the end of the body is marked
   * @return the fault
   */
  public static Fault cutBody(Framing framing) {
    Objects.requireNonNull(framing, "framing");
    return travel("cutBody", delivery -> delivery.withFraming(framing).withBodyEnd(BodyEnd.CUT));
  }

  /**
   * Sends the first half of the body, then nothing more. The connection stays open.
   *
   * @return the fault
   */
  public static Fault stallBody() {
    return travel("stallBody", delivery -> delivery.withBodyEnd(BodyEnd.STALL));
  }

  /**
   * Sends status and headers, then nothing more. The connection stays open.
   *
   * @return the fault
   */
  public static Fault stallBeforeBody() {
    return travel("stallBeforeBody", delivery -> delivery.withBodyEnd(BodyEnd.STALL_AT_START));
  }

  /**
   * Sends the body in small steps.
   *
   * @param bytes how many at a time, one or more
   * @param pause in real time between two steps, zero or more
   * @return the fault
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static Fault slowDrip(int bytes, Duration pause) {
    if (bytes < 1 || pause.isNegative()) {
      throw new IllegalArgumentException(
          "bytes must be at least 1 and pause not negative: " + bytes + ", " + pause);
    }
    ResponseDelivery.Drip drip = new ResponseDelivery.Drip(bytes, pause);
    return travel("slowDrip", delivery -> delivery.withDrip(drip));
  }

  /**
   * Compresses the body with gzip and damages it in the middle.
   *
   * @return the fault
   */
  public static Fault damagedGzip() {
    return travel("damagedGzip", delivery -> delivery.withCoding(Coding.DAMAGED_GZIP));
  }

  /**
   * Not a fault: compresses the body with gzip. For clients that accept it.
   *
   * @return the change
   */
  public static Fault gzip() {
    return travel("gzip", delivery -> delivery.withCoding(Coding.GZIP));
  }

  /**
   * Not a fault: another framing of the whole body.
   *
   * @param framing how the end of the body is marked
   * @return the change
   */
  public static Fault framing(Framing framing) {
    Objects.requireNonNull(framing, "framing");
    return travel("framing", delivery -> delivery.withFraming(framing));
  }

  /**
   * Closes the connection after the response, without {@code Connection: close}: a pooled
   * connection turns out to be dead.
   *
   * @return the fault
   */
  public static Fault closeAfterAnswer() {
    return travel("closeAfterAnswer", delivery -> delivery.withAfter(After.CLOSE));
  }

  /**
   * Refuses connections after the response, until {@link OfAuthTestProvider#acceptConnections()}.
   *
   * @return the fault
   */
  public static Fault refuseConnectionsAfterAnswer() {
    return travel(
        "refuseConnectionsAfterAnswer", delivery -> delivery.withAfter(After.REFUSE_CONNECTIONS));
  }

  /**
   * HTTP/2: sends GOAWAY before the response. Requests that came before it are answered too. One
   * second after the last response the connection is closed, unless the client has closed it.
   * HTTP/1.1: sends {@code Connection: close}, and closes the connection after the response.
   *
   * @return the fault
   */
  public static Fault goAway() {
    return travel("goAway", delivery -> delivery.withAfter(After.GO_AWAY));
  }

  /**
   * Sends {@code Connection: close} and closes the connection after the response. The same as
   * {@link #goAway()}, under the name of HTTP/1.1.
   *
   * @return the change
   */
  public static Fault connectionClose() {
    return travel("connectionClose", delivery -> delivery.withAfter(After.GO_AWAY));
  }

  /**
   * Responds as HTTP/1.0: that version on the status line, no {@code Connection: close}, no chunks,
   * and the connection is closed after the body. No effect on HTTP/2.
   *
   * @return the change
   */
  public static Fault http10() {
    return travel("http10", ResponseDelivery::asHttp10);
  }

  /**
   * Sends interim responses before the response, for example {@code interim(103, 103)}.
   *
   * @param statuses 100 to 199, without 101; sent in this order, without headers
   * @return the change
   * @throws IllegalArgumentException if there is none, or one is out of its range
   */
  public static Fault interim(int... statuses) {
    List<Integer> all = Arrays.stream(statuses).boxed().toList();
    if (all.isEmpty() || !all.stream().allMatch(s -> s >= 100 && s < 200 && s != 101)) {
      throw new IllegalArgumentException(
          "statuses must be between 100 and 199, and not 101: " + all);
    }
    return travel("interim", delivery -> delivery.withInterim(all));
  }

  /**
   * Sets the text after the status on the status line. No effect on HTTP/2, which has none.
   *
   * @param text sent unchecked in UTF-8, however long, control characters included
   * @return the fault
   */
  public static Fault statusText(String text) {
    Objects.requireNonNull(text, "text");
    return travel("statusText", delivery -> delivery.withStatusText(text));
  }

  /**
   * Begins the body with a byte order mark in UTF-8.
   *
   * @return the fault
   */
  public static Fault byteOrderMark() {
    return travel("byteOrderMark", ResponseDelivery::withByteOrderMark);
  }

  /**
   * Sets a header of the response; it replaces a header with the same name.
   *
   * @param name of the header
   * @param value sent unchecked, however long, control characters included; in UTF-8 on HTTP/1.1
   * @return the fault
   */
  public static Fault header(String name, String value) {
    return Fault.of("header", (reply, context) -> reply.withHeader(name, value));
  }

  /**
   * Removes a header, for example {@code Date}.
   *
   * @param name in any case
   * @return the fault
   */
  public static Fault withoutHeader(String name) {
    return Fault.of(
        "withoutHeader", (reply, context) -> reply.withHeaders(reply.headers().without(name)));
  }

  private static Fault start(String name, Start start) {
    return travel(name, delivery -> delivery.withStart(start));
  }

  private static Fault travel(String name, UnaryOperator<ResponseDelivery> change) {
    return Fault.of(name, (reply, context) -> reply.withDelivery(change.apply(reply.delivery())));
  }
}
