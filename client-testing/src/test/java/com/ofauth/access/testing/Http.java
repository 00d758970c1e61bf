package com.ofauth.access.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Plain HTTP/1.1 by the JDK's client, which shares nothing with the SDK. */
final class Http {
  static final String CHATS = "/v2/access/chats";
  static final String MASS_MESSAGES = "/v2/access/mass-messages";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private Http() {}

  /** An answer, read whole. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      try {
        return JSON.readTree(body());
      } catch (IOException e) {
        throw new UncheckedIOException(body(), e);
      }
    }

    /** The ids by which the endpoint knows its items. */
    List<Long> ids() {
      List<Long> ids = new ArrayList<>();
      for (JsonNode item : json().get("list")) {
        ids.add((item.has("withUser") ? item.get("withUser") : item).get("id").asLong());
      }
      return ids;
    }
  }

  static Answer get(OfAuthTestProvider provider, String target) {
    return get(provider, provider.connectionId(), target);
  }

  static Answer get(OfAuthTestProvider provider, String connectionId, String target) {
    return send(request(provider, target).header("x-connection-id", connectionId).build());
  }

  static HttpRequest.Builder request(OfAuthTestProvider provider, String target) {
    return HttpRequest.newBuilder(URI.create(provider.baseUrl() + target))
        .header("apiKey", provider.apiKey())
        .timeout(Duration.ofSeconds(20));
  }

  static Answer send(HttpRequest request) {
    return new Answer(send(request, BodyHandlers.ofString()));
  }

  static HttpResponse<byte[]> bytes(HttpRequest request) {
    return send(request, BodyHandlers.ofByteArray());
  }

  private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
    try {
      return CLIENT.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
