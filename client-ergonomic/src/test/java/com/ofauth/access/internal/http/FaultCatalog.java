package com.ofauth.access.internal.http;

import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.Fault;
import com.ofauth.access.testing.Framing;
import com.ofauth.access.testing.PageFault;
import com.ofauth.access.testing.RetryAfter;
import com.ofauth.access.testing.WireFault;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every way in which the provider can misbehave, by the words of the documentation. */
final class FaultCatalog {
  private static final Map<String, Fault> ALL = new LinkedHashMap<>();
  private static final Map<String, Fault> OF_THE_CONNECTION = new LinkedHashMap<>();

  private FaultCatalog() {}

  static Map<String, Fault> all() {
    return ALL;
  }

  /** Those that HTTP/1.1 and HTTP/2 meet in different ways. */
  static Map<String, Fault> ofTheConnection() {
    return OF_THE_CONNECTION;
  }

  static {
    add("a slow answer", WireFault.latency(Duration.ofMillis(5)));
    add("an answer in small pieces", WireFault.slowDrip(4096, Duration.ofMillis(1)));
    add("no answer at all (read timeout)", WireFault.noAnswer());
    add("connection reset before the answer", WireFault.resetBeforeStatus());
    add("connection closed before the answer", WireFault.closeBeforeStatus());
    add("HTTP/2 stream refused", WireFault.refuseStream());
    add("connection reset within the body", WireFault.resetInBody());
    add("body cut short of its length", WireFault.cutBody(Framing.CONTENT_LENGTH));
    add("body cut short between chunks", WireFault.cutBody(Framing.CHUNKED));
    add("body cut short unnoticed by HTTP", WireFault.cutBody(Framing.UNTIL_CLOSE));
    add("body that stalls (read timeout)", WireFault.stallBody());
    add("body in chunks", WireFault.framing(Framing.CHUNKED));
    add("body until the connection's end", WireFault.framing(Framing.UNTIL_CLOSE));
    add("gzip", WireFault.gzip());
    add("gzip, damaged", WireFault.damagedGzip());
    add("connection closed after the answer", WireFault.closeAfterAnswer());
    add("GOAWAY after the answer", WireFault.goAway());

    OF_THE_CONNECTION.putAll(ALL);

    add("400 BAD_REQUEST", AnswerFault.error(400, "BAD_REQUEST", "no"));
    add("400 with a JSON array", AnswerFault.jsonArrayError());
    add("401 UNAUTHORIZED", AnswerFault.error(401, "UNAUTHORIZED", "no"));
    add("401 SESSION_EXPIRED", AnswerFault.error(401, "SESSION_EXPIRED", "no"));
    add("401 RULES_OUTDATED", AnswerFault.rulesOutdated());
    add("403 FORBIDDEN", AnswerFault.error(403, "FORBIDDEN", "no"));
    add("404 ROUTE_NOT_FOUND", AnswerFault.error(404, "ROUTE_NOT_FOUND", "no"));
    add("408", AnswerFault.error(408, "TIMEOUT", "no"));
    add("422 in any words", AnswerFault.respond(422, "text/plain", "no"));
    add("429 with Retry-After in seconds", AnswerFault.rateLimited(RetryAfter.seconds()));
    add("429 with Retry-After as a date", AnswerFault.rateLimited(RetryAfter.date()));
    add("429 without Retry-After", AnswerFault.rateLimited(RetryAfter.absent()));
    add("500 with an empty body", AnswerFault.emptyServerError());
    add("500 with 5 MB of body", AnswerFault.hugeError(5_000_000));
    add("502 with an HTML page", AnswerFault.htmlBadGateway());
    add("503", AnswerFault.error(503, "UNAVAILABLE", "no"));
    add("504", AnswerFault.error(504, "GATEWAY", "no"));
    add("302 to another host", AnswerFault.redirectTo(URI.create("http://192.0.2.1/x")));
    add("200 with an HTML page", AnswerFault.htmlSuccess());
    add("204", AnswerFault.noContent());

    add("JSON with broken syntax", PageFault.malformedJson());
    add("an item with a wrong type", PageFault.schemaViolation());
    add("`list` is null", PageFault.nullList());
    add("an empty page with `hasMore`", PageFault.emptyWithMore());
    add("`hasMore` without end", PageFault.alwaysMore());
    add("more items than asked for", PageFault.oversized());
    add("`nextOffset` stands still", PageFault.nextOffsetStuck());
    add("`nextOffset` goes back", PageFault.nextOffsetBackward());
    add("`nextOffset` is null", PageFault.nextOffsetNull());
    add("`nextOffset` is negative", PageFault.nextOffsetNegative());
    add("`nextOffset` is missing", PageFault.nextOffsetMissing());
    add("`nextOffset` is text", PageFault.nextOffsetAsText());
  }

  private static void add(String name, Fault fault) {
    ALL.put(name, fault);
  }
}
