package com.ofauth.access.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.RecordedRequest;
import com.ofauth.access.testing.WireFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two JVMs on one connection, each with a Hazelcast member, and a service that sends no headers of
 * the rate limit. In real time, because the JVMs have two real clocks.
 */
final class SharedRateLimitTest {
  private static final int EACH = 48;
  private static final int BURST = 90;

  @Test
  @Timeout(120)
  void twoProcessesStayWithinOneBudget() throws Exception {
    try (OfAuthTestProvider provider = OfAuthTestProvider.start()) {
      // Without these headers, only the shared bucket can keep the two within the rate limit.
      provider
          .faults()
          .always(
              WireFault.withoutHeader("X-RateLimit-Limit"),
              WireFault.withoutHeader("X-RateLimit-Remaining"),
              WireFault.withoutHeader("X-RateLimit-Reset"));
      int[] ports = freePorts();
      int first = ports[0];
      int second = ports[1];
      List<Process> processes =
          List.of(start(provider, first, second), start(provider, second, first));
      for (Process process : processes) {
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
      }

      List<RecordedRequest> requests = provider.requests();
      // Separate buckets would send all at once. Few may be refused: the shared bucket fills from
      // the first request that was sent, the bucket of the service from the first that arrived.
      assertThat(provider.rateLimitedCount()).isLessThanOrEqualTo(2);
      assertThat(requests).hasSize(2 * EACH + provider.rateLimitedCount());
      // The rest waits for new tokens, one per second.
      assertThat(
              Duration.between(
                  requests.get(0).receivedAt(), requests.get(requests.size() - 1).receivedAt()))
          .isGreaterThan(Duration.ofSeconds(2 * EACH - BURST - 1));
    }
  }

  private static Process start(OfAuthTestProvider provider, int own, int other) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(SharedRateLimit.class.getName());
    command.addAll(List.of("" + own, "" + other, "" + EACH, "2"));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder
        .environment()
        .putAll(
            Map.of(
                "OFAUTH_API_KEY", provider.apiKey(),
                "OFAUTH_BASE_URL", provider.baseUrl().toString(),
                "OFAUTH_CONNECTION_ID", provider.connectionId()));
    return builder.start();
  }

  /** Takes both ports at once, so that they differ. */
  private static int[] freePorts() throws IOException {
    try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new int[] {first.getLocalPort(), second.getLocalPort()};
    }
  }
}
