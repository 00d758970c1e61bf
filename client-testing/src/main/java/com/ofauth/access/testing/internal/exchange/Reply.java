package com.ofauth.access.testing.internal.exchange;

/** An answer as faults see it: what is said, and how it travels. */
public record Reply(int status, Headers headers, Body body, ResponseDelivery delivery) {
  public static final String JSON = "application/json; charset=utf-8";

  public static Reply of(int status, String contentType, Body body) {
    return new Reply(status, Headers.of("Content-Type", contentType), body, ResponseDelivery.PLAIN);
  }

  public static Reply json(int status, String json) {
    return of(status, JSON, Body.text(json));
  }

  public static Reply page(PageBody page) {
    return of(200, JSON, page);
  }

  public Reply withHeader(String name, String value) {
    return withHeaders(headers.with(name, value));
  }

  public Reply withHeaders(Headers replaced) {
    return new Reply(status, replaced, body, delivery);
  }

  public Reply withBody(Body replaced) {
    return new Reply(status, headers, replaced, delivery);
  }

  public Reply withDelivery(ResponseDelivery replaced) {
    return new Reply(status, headers, body, replaced);
  }

  /** Another answer in the place of this one; headers that every answer carries and travel stay. */
  public Reply replacedBy(Reply other) {
    return new Reply(
        other.status, headers.without("Content-Type").with(other.headers), other.body, delivery);
  }
}
