package com.ofauth.access;

import okhttp3.OkHttpClient;

/** The one place where the layers that a call passes are put together, from the outside in. */
final class HttpStack {
  private final OkHttpClient http;
  private final Secrets secrets;
  private final Timing timing;

  HttpStack(OkHttpClient http, Secrets secrets, Timing timing) {
    this.http = http;
    this.secrets = secrets;
    this.timing = timing;
  }

  /** The stack for a view with these timeouts; what all views share is shared. */
  Stage assemble(Timeouts timeouts) {
    return new DeadlineStage(timeouts, timing, new SendStage(http, secrets, timing));
  }
}
