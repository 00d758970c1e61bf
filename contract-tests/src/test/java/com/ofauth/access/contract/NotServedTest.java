package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.testing.OfAuthTestProvider;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The list of what the test provider does not serve can't rot. */
@Tag("drift")
class NotServedTest {
  @Test
  void listIsWhatTheTestProviderLeavesOut() {
    try (OfAuthTestProvider provider = OfAuthTestProvider.start()) {
      assertThat(NotServed.problems(NotServed.OPERATIONS, provider.baseUrl())).isEmpty();
    }
  }

  @Test
  void operationThatIsServedMayNotBeListed() {
    Map<String, String> listed = new TreeMap<>(NotServed.OPERATIONS);
    listed.put("listChats", "a reason that no longer holds");
    try (OfAuthTestProvider provider = OfAuthTestProvider.start()) {
      assertThat(NotServed.problems(listed, provider.baseUrl()))
          .containsExactly("listChats is served: take it off the list of NotServed");
    }
  }

  @Test
  void operationThatIsGoneMayNotBeListedNorOneWithoutReason() {
    Map<String, String> listed = new TreeMap<>(NotServed.OPERATIONS);
    listed.put("listFans", " ");
    try (OfAuthTestProvider provider = OfAuthTestProvider.start()) {
      assertThat(NotServed.problems(listed, provider.baseUrl()))
          .containsExactly(
              "listFans is no operation of the spec: take it off the list of NotServed",
              "listFans is on the list of NotServed without a reason");
    }
  }

  @Test
  void operationThatIsNotServedHasToBeListed() throws IOException {
    assertThat(problemsOfServerThatAnswers(404))
        .contains(
            "[listChats is not served: teach client-testing its route, or put it on the list of NotServed, with the reason");
  }

  @Test
  void serverThatFailsTellsNothingOfItsRoutes() {
    assertThatThrownBy(() -> problemsOfServerThatAnswers(500))
        .hasMessage("answered with 500 without a key: /v2/access/chats");
  }

  private static String problemsOfServerThatAnswers(int status) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    try {
      URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      return NotServed.problems(Map.of(), url).toString();
    } finally {
      server.stop(0);
    }
  }
}
