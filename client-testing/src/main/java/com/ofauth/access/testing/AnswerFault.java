package com.ofauth.access.testing;

import com.ofauth.access.testing.internal.exchange.Body;
import com.ofauth.access.testing.internal.exchange.Headers;
import com.ofauth.access.testing.internal.exchange.Reply;
import com.ofauth.access.testing.internal.exchange.ResponseDelivery;
import com.ofauth.access.testing.internal.server.Gzip;
import com.ofauth.access.testing.internal.service.ErrorReplies;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Faults that replace the response of the service. {@link WireFault} and {@link PageFault} have the
 * other faults, {@link Faults} schedules them.
 */
public final class AnswerFault {

  private static final String HTML_502 =
      "<html><head><title>502 Bad Gateway</title></head>"
          + "<body><center><h1>502 Bad Gateway</h1></center></body></html>";
  private static final String HTML_200 =
      "<!doctype html><html><head><title>Sign in to the network</title></head>"
          + "<body>Please accept the terms.</body></html>";

  private AnswerFault() {}

  /**
   * Replaces the response by any other.
   *
   * @param status 200 to 599
   * @param contentType the {@code Content-Type} header
   * @param body sent as UTF-8
   * @return the fault
   * @throws IllegalArgumentException if the status is out of its range
   */
  public static Fault respond(int status, String contentType, String body) {
    return replace("respond", status, contentType, body);
  }

  /**
   * An error of the service, in the provider's dialect.
   *
   * @param status 400 to 599
   * @param type the error type or code, known or not
   * @param text the message for people
   * @return the fault
   * @throws IllegalArgumentException if the status is out of its range
   */
  public static Fault error(int status, String type, String text) {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status must be between 400 and 599: " + status);
    }
    return Fault.of(
        "error " + type,
        (reply, context) ->
            reply.replacedBy(
                ErrorReplies.of(status, type, text, context.dialect(), context.requestId())));
  }

  /**
   * A 200 whose body is an error of the service, in the provider's dialect.
   *
   * @param type the error type or code, for example {@code SESSION_EXPIRED}
   * @param text the message for people
   * @return the fault
   */
  public static Fault errorInSuccess(String type, String text) {
    return Fault.of(
        "errorInSuccess " + type,
        (reply, context) ->
            reply.replacedBy(
                ErrorReplies.of(200, type, text, context.dialect(), context.requestId())));
  }

  /**
   * A 401 that repeats a secret in its text, as services do that quote what they refuse. The secret
   * is also a name and a value of the error's {@code details}.
   *
   * @param secret for example the API key
   * @param escaping how it is written
   * @return the fault
   */
  public static Fault echo(String secret, Escaping escaping) {
    String text = escaping.of(secret);
    return replace(
        "echo",
        401,
        Reply.JSON,
        "{\"error\":\"The key "
            + text
            + " is not valid\",\"type\":\"UNAUTHORIZED\",\"details\":{\""
            + text
            + "\":\"<"
            + text
            + ">\"}}");
  }

  /**
   * A 408, as a server sends it that did not get the whole request in time.
   *
   * @param retryAfter the header, for a wait of one second
   * @return the fault
   */
  public static Fault requestTimeout(RetryAfter retryAfter) {
    return later("requestTimeout", 408, "REQUEST_TIMEOUT", "Request timeout", retryAfter);
  }

  /**
   * A 503 with {@code Retry-After}.
   *
   * @param retryAfter the header, for a wait of one second
   * @return the fault
   */
  public static Fault serviceUnavailable(RetryAfter retryAfter) {
    return later("serviceUnavailable", 503, "UNAVAILABLE", "Service unavailable", retryAfter);
  }

  /**
   * The transient 401 that the service sends while it renews its signing rules. Clients should
   * retry it.
   *
   * @return the fault
   */
  public static Fault rulesOutdated() {
    return error(401, "RULES_OUTDATED", "Signing rules are being renewed");
  }

  /**
   * A 429 although tokens are left, as from another limit in front of the service.
   *
   * @param retryAfter the header, for a wait of one second
   * @return the fault
   */
  public static Fault rateLimited(RetryAfter retryAfter) {
    return later("rateLimited", 429, "RATE_LIMIT_EXCEEDED", "Rate limit exceeded", retryAfter);
  }

  /**
   * A 502 with the HTML page of a proxy.
   *
   * @return the fault
   */
  public static Fault htmlBadGateway() {
    return replace("htmlBadGateway", 502, "text/html", HTML_502);
  }

  /**
   * A 500 without a body and without a content type.
   *
   * @return the fault
   */
  public static Fault emptyServerError() {
    return bare("emptyServerError", 500);
  }

  /**
   * A 400 whose body is a JSON array.
   *
   * @return the fault
   */
  public static Fault jsonArrayError() {
    return replace(
        "jsonArrayError", 400, Reply.JSON, "[{\"error\":\"limit: must be at most 20\"},null,42]");
  }

  /**
   * A 500 with a body of this many bytes, one long JSON string in an object.
   *
   * @param bytes 100 or more
   * @return the fault
   * @throws IllegalArgumentException if there are fewer than 100 bytes
   */
  public static Fault hugeError(int bytes) {
    if (bytes < 100) {
      throw new IllegalArgumentException("bytes must be at least 100: " + bytes);
    }
    String start = "{\"error\":\"";
    String end = "\"}";
    String filler = "x".repeat(bytes - start.length() - end.length());
    return replace("hugeError", 500, Reply.JSON, start + filler + end);
  }

  /**
   * A 200 with a web page, as from a captive portal or a proxy.
   *
   * @return the fault
   */
  public static Fault htmlSuccess() {
    return replace("htmlSuccess", 200, "text/html; charset=utf-8", HTML_200);
  }

  /**
   * A 204 without a body where a page was asked for.
   *
   * @return the fault
   */
  public static Fault noContent() {
    return bare("noContent", 204);
  }

  /**
   * A 302 to another URL. Clients must not send secrets there.
   *
   * @param location the target of the redirect
   * @return the fault
   */
  public static Fault redirectTo(URI location) {
    Reply other =
        Reply.of(302, "text/plain", Body.text("Moved"))
            .withHeader("Location", location.toASCIIString());
    return Fault.of("redirectTo", (reply, context) -> reply.replacedBy(other));
  }

  /**
   * A page without items, compressed to a thousandth of its size: white space makes it as large as
   * is asked for.
   *
   * @param bytes the size that the body unpacks to, 100 or more
   * @return the fault
   * @throws IllegalArgumentException if there are fewer than 100 bytes
   */
  public static Fault gzipBomb(long bytes) {
    if (bytes < 100) {
      throw new IllegalArgumentException("bytes must be at least 100: " + bytes);
    }
    String start = "{\"list\":[";
    String end = "],\"hasMore\":false}";
    byte[] packed = Gzip.padded(start, bytes - start.length() - end.length(), end);
    Reply other = Reply.of(200, Reply.JSON, Body.of(packed)).withHeader("Content-Encoding", "gzip");
    return Fault.of("gzipBomb", (reply, context) -> reply.replacedBy(other));
  }

  private static Fault later(
      String name, int status, String type, String text, RetryAfter retryAfter) {
    Objects.requireNonNull(retryAfter, "retryAfter");
    return Fault.of(
        name,
        (reply, context) -> {
          Reply error = ErrorReplies.of(status, type, text, context.dialect(), context.requestId());
          String value = retryAfter.value().of(Duration.ofSeconds(1), context.serverTime());
          return reply.replacedBy(value == null ? error : error.withHeader("Retry-After", value));
        });
  }

  private static Fault replace(String name, int status, String contentType, String body) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status must be between 200 and 599: " + status);
    }
    Reply other = Reply.of(status, contentType, Body.text(body));
    return Fault.of(name, (reply, context) -> reply.replacedBy(other));
  }

  private static Fault bare(String name, int status) {
    Reply other = new Reply(status, Headers.EMPTY, Body.empty(), ResponseDelivery.PLAIN);
    return Fault.of(name, (reply, context) -> reply.replacedBy(other));
  }
}
