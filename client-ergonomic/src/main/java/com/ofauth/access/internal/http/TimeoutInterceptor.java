package com.ofauth.access.internal.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Sets the connect and read timeouts of the request's view of the client. */
final class TimeoutInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    SendOnceTag.of(chain.call()).begin();
    Timeouts timeouts = chain.request().tag(Timeouts.class);
    if (timeouts == null) {
      return chain.proceed(chain.request());
    }
    int read = millis(timeouts.read());
    return chain
        .withConnectTimeout(millis(timeouts.connect()), TimeUnit.MILLISECONDS)
        .withReadTimeout(read, TimeUnit.MILLISECONDS)
        .withWriteTimeout(read, TimeUnit.MILLISECONDS)
        .proceed(chain.request());
  }

  private static int millis(Duration timeout) {
    return Math.toIntExact(timeout.toMillis());
  }
}
