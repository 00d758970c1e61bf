package com.ofauth.access.testing;

/** An answer as faults see it: what is said, and how it travels. */
record Reply(int status, Headers headers, Body body, ResponseDelivery delivery) {
  static final String JSON = "application/json; charset=utf-8";

  static Reply of(int status, String contentType, Body body) {
    return new Reply(status, Headers.of("Content-Type", contentType), body, ResponseDelivery.PLAIN);
  }

  static Reply json(int status, String json) {
    return of(status, JSON, Body.text(json));
  }

  static Reply page(PageBody page) {
    return of(200, JSON, page);
  }

  Reply withHeader(String name, String value) {
    return withHeaders(headers.with(name, value));
  }

  Reply withHeaders(Headers replaced) {
    return new Reply(status, replaced, body, delivery);
  }

  Reply withBody(Body replaced) {
    return new Reply(status, headers, replaced, delivery);
  }

  Reply withDelivery(ResponseDelivery replaced) {
    return new Reply(status, headers, body, replaced);
  }

  /** Another answer in the place of this one; headers that every answer carries and travel stay. */
  Reply replacedBy(Reply other) {
    return new Reply(
        other.status, headers.without("Content-Type").with(other.headers), other.body, delivery);
  }
}
