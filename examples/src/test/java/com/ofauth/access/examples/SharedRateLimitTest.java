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
 * Two JVMs, a Hazelcast member in each, one connection, and a service that tells nobody how much of
 * the budget is left: in real time, since two clocks are real.
 */
final class SharedRateLimitTest {
  private static final int EACH = 48;
  private static final int BURST = 90;

  @Test
  @Timeout(120)
  void twoProcessesStayWithinOneBudget() throws Exception {
    try (OfAuthTestProvider provider = OfAuthTestProvider.start()) {
      // So that nothing but the shared bucket can keep the two within the budget.
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
      // Two buckets of their own would send all at once. What may be refused comes from the seam:
      // the
      // shared bucket fills from the first sending on, the service's from its arrival.
      assertThat(provider.rateLimitedCount()).isLessThanOrEqualTo(2);
      assertThat(requests).hasSize(2 * EACH + provider.rateLimitedCount());
      // What the bucket does not hold at first has to come back at one token a second.
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

  /** Both at once, or the second could be the first once more. */
  private static int[] freePorts() throws IOException {
    try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new int[] {first.getLocalPort(), second.getLocalPort()};
    }
  }
}
