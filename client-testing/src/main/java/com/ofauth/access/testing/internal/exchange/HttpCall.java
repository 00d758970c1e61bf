package com.ofauth.access.testing.internal.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived, secrets included: stays inside.
 *
 * @param method as sent
 * @param path the decoded path
 * @param query decoded parameters in the order of their first appearance
 * @param target path and query as sent
 * @param headers by lower-case name
 * @param protocol HTTP/1.1 or HTTP/2
 * @param connectionNumber counts the TCP connections of the provider from 1
 */
public record HttpCall(
    String method,
    String path,
    Map<String, List<String>> query,
    String target,
    Map<String, List<String>> headers,
    String protocol,
    int connectionNumber) {

  public @Nullable String header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null ? null : values.get(0);
  }

  @Override
  public String toString() {
    return method + " request";
  }
}
