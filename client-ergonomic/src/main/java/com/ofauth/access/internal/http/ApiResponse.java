package com.ofauth.access.internal.http;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.CallOutcome;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A decoded success response, with what users can see of it.
 *
 * @param raw the body as it came, if the request keeps it
 * @param attempt the number of the attempt that brought it, counted from 1
 */
public record ApiResponse<R>(
    R body, int status, Headers headers, @Nullable ByteString raw, int attempt) {

  /** The outcome of the attempt, or of the whole call, that brought this response. */
  CallOutcome outcome(int attempts, long nanos) {
    return bridge().success(attempts, status, headers, nanos);
  }

  /** Stands for a response of which nothing can be used. */
  public static <R> ApiResponse<R> of(R body) {
    return new ApiResponse<>(body, 200, Headers.of(), null, 1);
  }
}
