package com.ofauth.access.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.RateLimitPolicy;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How long one, two and three members take to copy the same accounts, from a service that answers
 * each request after 500 ms. Each member reads so many connections at once that their waits, not
 * this machine, are the limit.
 */
@Tag("long")
final class ThroughputTest {
  private static final Duration LATENCY = Duration.ofMillis(500);
  private static final int ACCOUNTS = 60;
  private static final int CHATS = 60;
  private static final int AT_ONCE = 5;
  private static final Pattern WINDOW = Pattern.compile("limit=([0-9]+)&offset=([0-9]+)");

  private final AtomicInteger requests = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void membersAddUp(int count) throws Exception {
    ScheduledExecutorService later = Executors.newScheduledThreadPool(1);
    ExecutorService answers = Executors.newFixedThreadPool(4);
    HttpServer service =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          Future<?> unused =
              later.schedule(
                  () -> answers.execute(() -> answer(exchange)),
                  LATENCY.toMillis(),
                  TimeUnit.MILLISECONDS);
        });
    service.setExecutor(answers);
    service.start();
    List<AutoCloseable> open = new ArrayList<>();
    CountDownLatch copied = new CountDownLatch(ACCOUNTS * CHATS);
    List<String> addresses = World.freeAddresses(count);
    List<Cluster> clusters = new ArrayList<>();
    for (String address : addresses) {
      clusters.add(
          Cluster.join(Integer.parseInt(address.substring(address.indexOf(':') + 1)), addresses));
    }
    List<String> accounts = IntStream.range(0, ACCOUNTS).mapToObj(i -> "conn_" + i).toList();
    // Which member has which, before the clock runs.
    clusters.forEach(cluster -> cluster.mine(accounts));
    long begun = System.nanoTime();
    for (int i = 0; i < count; i++) {
      Settings settings =
          new Settings(
              "key",
              "http://127.0.0.1:" + service.getAddress().getPort(),
              0,
              addresses,
              "",
              accounts,
              Duration.ofHours(1),
              AT_ONCE,
              RateLimitPolicy.of(6_000, 1_000));
      Member member = new Member(settings, clusters.get(i), new CountingSink(copied));
      open.add(member);
      member.start();
    }
    boolean all = copied.await(5, TimeUnit.MINUTES);
    double seconds = (System.nanoTime() - begun) / 1e9;
    long kept =
        clusters.stream()
            .mapToLong(
                c -> c.hazelcast().getMap("accounts").getLocalMapStats().getOwnedEntryMemoryCost())
            .sum();
    for (AutoCloseable member : open) {
      member.close();
    }
    clusters.forEach(Cluster::close);
    service.stop(0);
    later.shutdownNow();
    answers.shutdownNow();

    double ideal = requests.get() * LATENCY.toMillis() / 1e3 / (count * AT_ONCE);
    System.out.printf(
        "%d members: %d items of %d accounts, %d requests in %.1f s; ideal %.1f s; %d bytes kept for an account%n",
        count, ACCOUNTS * CHATS, ACCOUNTS, requests.get(), seconds, ideal, kept / ACCOUNTS);
    assertThat(all).isTrue();
    assertThat(requests.get()).isGreaterThan(ACCOUNTS * CHATS / 20);
  }

  private void answer(HttpExchange exchange) {
    Matcher window = WINDOW.matcher(exchange.getRequestURI().getQuery());
    boolean chats = exchange.getRequestURI().getPath().endsWith("chats") && window.find();
    int from = chats ? Math.min(CHATS, Integer.parseInt(window.group(2))) : 0;
    int to = chats ? Math.min(CHATS, from + Integer.parseInt(window.group(1))) : 0;
    String items =
        IntStream.range(from, to)
            .mapToObj(
                i ->
                    "{\"withUser\":{\"id\":%d,\"_view\":\"s\"},\"lastMessage\":{\"id\":%d}}"
                        .formatted(i, 9_000 - i))
            .collect(Collectors.joining(","));
    byte[] body =
        "{\"list\":[%s],\"hasMore\":%s,\"nextOffset\":%d}"
            .formatted(items, chats && to < CHATS, to)
            .getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes everything, and counts. */
  private record CountingSink(CountDownLatch copied) implements Sink {
    @Override
    public Account takeOver(String connection) {
      return new Account(1, new TreeMap<>());
    }

    @Override
    public void merge(String connection, String key, long fence, String version, String json) {
      copied.countDown();
    }

    @Override
    public void save(String connection, String list, long fence, String checkpoint) {}
  }
}
