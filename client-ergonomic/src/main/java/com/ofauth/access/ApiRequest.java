package com.ofauth.access;

import okhttp3.Request;

/** A call on its way down the stack. Holds the key in its headers: never to be shown. */
record ApiRequest<R>(
    String operationId, String connectionId, Request http, BodyDecoder<R> decoder) {

  /**
   * What may be shown of the request: no header, and no query, which can hold a name that somebody
   * searched for.
   */
  @Override
  public String toString() {
    return http.method() + " " + http.url().encodedPath() + " for connection " + connectionId;
  }
}
