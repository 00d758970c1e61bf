package com.ofauth.access.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Puts the test provider into states that a verifier in another process asks for by HTTP. */
final class StateChanges implements AutoCloseable {
  private final OfAuthTestProvider provider;
  private final HttpServer server;
  private volatile Runnable after = () -> {};

  StateChanges(OfAuthTestProvider provider) throws IOException {
    this.provider = provider;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** What to do after each change, to break what the state has set up. */
  void afterEach(Runnable after) {
    this.after = after;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    int status = 200;
    try {
      JsonNode change = Json.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      provider.reset();
      ProviderState.of(change.path("state").asText()).setUp(provider);
      after.run();
    } catch (IllegalArgumentException e) {
      status = 400;
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
