package com.ofauth.access.contract.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/**
 * Sends requests to one provider, and waits as it asks for. What goes wrong is told by kind: an
 * exception of the HTTP client can quote what was sent and received.
 */
final class Caller {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int ATTEMPTS = 4;

  /** A page of 20 items has some 100 KB. */
  private static final int MAX_BODY = 16 << 20;

  /** The refill of the common plan is one request a second. */
  private static final Duration PACE = Duration.ofSeconds(1);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private final URI baseUrl;
  private final Waiting waiting;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  private int requests;

  Caller(URI baseUrl, Waiting waiting) {
    this.baseUrl = baseUrl;
    this.waiting = waiting;
  }

  /** How many requests were sent. */
  int requests() {
    return requests;
  }

  /** Sends a request once. */
  Answer once(String path, Map<String, String> query, Map<String, String> headers)
      throws NotVerifiedException {
    String text =
        query.entrySet().stream()
            .map(one -> encode(one.getKey()) + "=" + encode(one.getValue()))
            .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
    String base = baseUrl.toString().replaceFirst("/+$", "");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path + text))
            .timeout(TIMEOUT)
            .header("Accept", "application/json")
            .header("User-Agent", "ofauth-access-contract");
    try {
      headers.forEach(request::setHeader);
    } catch (IllegalArgumentException e) {
      throw NotVerifiedException.all("A credential has a character that no header can carry.");
    }
    return send(request.build());
  }

  /** Asks a handler of provider states for a state. */
  Answer post(URI url, String json) throws NotVerifiedException {
    return send(
        HttpRequest.newBuilder(url)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private Answer send(HttpRequest request) throws NotVerifiedException {
    requests++;
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        byte[] body = in.readNBytes(MAX_BODY);
        if (in.read() >= 0) {
          throw NotVerifiedException.one("The answer is longer than 16 MiB.");
        }
        return new Answer(response.statusCode(), response.headers().map(), body);
      }
    } catch (IOException e) {
      throw told(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NotVerifiedException.all("The verification was interrupted.");
    }
  }

  private static NotVerifiedException told(IOException e) {
    if (e instanceof HttpConnectTimeoutException) {
      return NotVerifiedException.all("No answer: the connection was not made in time.");
    }
    if (e instanceof HttpTimeoutException) {
      return NotVerifiedException.one("No answer: it did not come in time.");
    }
    if (e.getCause() instanceof UnresolvedAddressException || e instanceof UnknownHostException) {
      return NotVerifiedException.all("No answer: the host is not known.");
    }
    if (e instanceof ConnectException) {
      return NotVerifiedException.all("No answer: the connection was refused.");
    }
    if (e instanceof SSLException) {
      return NotVerifiedException.all("No answer: the TLS handshake failed.");
    }
    return NotVerifiedException.one(
        "No answer: the connection was closed, or what came is no HTTP.");
  }

  /**
   * Sends a request, again after a wait where the API asks for that: after 429, 5xx, and while
   * signing rules are renewed. The last answer is returned, whatever it is.
   */
  Answer patiently(String path, Map<String, String> query, Map<String, String> headers)
      throws NotVerifiedException {
    for (int attempt = 1; ; attempt++) {
      Answer answer = once(path, query, headers);
      if (!isRetryable(answer) || attempt == ATTEMPTS) {
        if (isSpent(answer)) {
          pause(PACE);
        }
        return answer;
      }
      pause(wait(answer, attempt));
    }
  }

  private static boolean isRetryable(Answer answer) {
    return answer.status() == 429
        || answer.status() >= 500
        || (answer.status() == 401 && answer.errorType().equals("RULES_OUTDATED"));
  }

  private static boolean isSpent(Answer answer) {
    return answer.header("X-RateLimit-Remaining").filter(left -> left.matches("0+")).isPresent();
  }

  private static Duration wait(Answer answer, int attempt) {
    Duration asked =
        answer.header("Retry-After").flatMap(Caller::retryAfter).orElse(PACE.multipliedBy(attempt));
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }

  private static Optional<Duration> retryAfter(String value) {
    if (value.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(Instant.now(), until);
      return Optional.of(left.isNegative() ? Duration.ZERO : left);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private void pause(Duration time) throws NotVerifiedException {
    try {
      waiting.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NotVerifiedException.all("The verification was interrupted.");
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
