package com.ofauth.access.testing.internal.exchange;

import java.net.InetAddress;
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
 * @param protocol HTTP/1.0, HTTP/1.1 or HTTP/2
 * @param origin the connection that brought it
 */
public record HttpCall(
    String method,
    String path,
    Map<String, List<String>> query,
    String target,
    Map<String, List<String>> headers,
    String protocol,
    Origin origin) {

  /**
   * Where a request came from.
   *
   * @param connectionNumber counts the TCP connections of the provider from 1
   * @param numberOnConnection counts the requests of this connection from 1
   * @param address the address of the provider that the client connected to
   */
  public record Origin(int connectionNumber, int numberOnConnection, InetAddress address) {}

  public @Nullable String header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null ? null : values.get(0);
  }

  @Override
  public String toString() {
    return method + " request";
  }
}
