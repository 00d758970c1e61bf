package com.ofauth.access.internal.spi;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes exceptions of the SDK for tests of users. The SDK implements it and the test artifact calls
 * it: they are built one after the other, so neither can depend on the other.
 */
public interface Failures {

  /**
   * What a response raises.
   *
   * @return the exception, or null if the response is a success
   */
  @Nullable RuntimeException of(int status, Map<String, String> headers, String body);

  /** What a failed connection raises. */
  @Nullable RuntimeException of(IOException failure);
}
