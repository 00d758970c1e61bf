package com.ofauth.access.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.examples.accounts.World.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three JVMs on loopback, in real time, since each has its own clock. */
@Timeout(300)
final class KilledMembersTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<Process> members = new ArrayList<>();

  private Path folder;

  @BeforeEach
  void use(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void kill() throws InterruptedException {
    for (Process member : members) {
      member.destroyForcibly().waitFor();
    }
  }

  @Test
  void anotherTakesOverWhatAKilledMemberHad() throws Exception {
    try (World world = new World(12, 45, 25)) {
      List<String> addresses = World.freeAddresses(3);
      for (int i = 0; i < 3; i++) {
        start(world, addresses, world.sink, "127.0.0.1");
      }
      int copied = 12 * 70;
      world.await("half of the copy", PATIENCE, () -> world.stored().size() > copied / 2);

      world.provider.connection("conn_3").expireSession();
      List<String> others = new ArrayList<>(world.connections);
      others.remove("conn_3");
      Instant killed = Instant.now();
      members.get(1).destroyForcibly();
      world.await(
          "a request for each connection", PATIENCE, () -> world.allRequestedSince(killed, others));
      Duration takenOver = Duration.between(killed, Instant.now());
      world.changing(false);
      world.await("all news", PATIENCE, () -> world.differences(others).isEmpty());

      report("killed", world, others, takenOver);
      world.await("the table", PATIENCE, () -> output().contains("conn_3: "));
      assertThat(world.provider.rateLimitedCount()).isZero();
      assertThat(output()).contains("following").contains("OFAuth Link");
    }
  }

  /** It leads the cluster. */
  @Test
  void theOldestWritesNothingWhenItWakesAfterOthersTookOver() throws Exception {
    freeze(0);
  }

  @Test
  @Tag("long")
  void theYoungestWritesNothingWhenItWakesAfterOthersTookOver() throws Exception {
    freeze(2);
  }

  @Test
  void endsWhenItCannotStart() throws Exception {
    String nowhere = World.freeAddresses(1).get(0);
    try (World world = new World(1, 1, 1)) {
      start(world, World.freeAddresses(1), "jdbc:postgresql://" + nowhere + "/x", "127.0.0.1");
      assertThat(members.get(0).waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(members.get(0).exitValue()).isEqualTo(1);
      assertThat(output()).contains("Start 3 of 3 failed: ").contains(nowhere + " refused");
    }
  }

  private void freeze(int member) throws Exception {
    try (World world = new World(12, 45, 25);
        Connection database = DriverManager.getConnection(world.sink)) {
      List<String> addresses = World.freeAddresses(3);
      for (int i = 0; i < 3; i++) {
        start(world, addresses, world.sink, i == member ? "localhost" : "127.0.0.1");
      }
      world.await("the copy", PATIENCE, () -> world.stored().size() >= 12 * 70);

      // Quiet polls write nothing, so that the database holds no other lock for it.
      world.changing(false);
      for (int poll = 0; poll < 3; poll++) {
        Instant begun = Instant.now();
        world.await(
            "quiet polls", PATIENCE, () -> world.allRequestedSince(begun, world.connections));
      }
      // It is frozen while it writes, and wakes when its connection has had another owner.
      String writing = world.askedBy("localhost");
      List<String> others = new ArrayList<>(world.connections);
      others.remove(writing);
      String owner = " WHERE connection = '" + writing + "'";
      database.setAutoCommit(false);
      database.createStatement().executeQuery("SELECT fence FROM owners" + owner + " FOR UPDATE");
      world.receiveMessage(writing);
      world.await(
          "a write",
          PATIENCE,
          () ->
              world.number(
                      "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL")
                  > 0);
      signal("-STOP", members.get(member));
      Instant frozen = Instant.now();
      world.changing(true);
      database.createStatement().executeUpdate("UPDATE owners SET fence = fence + 1" + owner);
      database.commit();
      world.await(
          "a request for each connection", PATIENCE, () -> world.allRequestedSince(frozen, others));
      Duration takenOver = Duration.between(frozen, Instant.now());

      String fences = "SELECT SUM(fence) FROM owners WHERE connection <> '" + writing + "'";
      long before = world.number(fences);
      signal("-CONT", members.get(member));
      Instant woken = Instant.now();
      world.await(
          "the refusal of what it wrote",
          PATIENCE,
          () -> Files.readString(log(member)).contains("Refused: " + writing + " is owned by"));
      // It joins again, and takes connections over.
      world.await("its return", PATIENCE, () -> world.number(fences) > before);
      world.changing(false);
      world.await(
          "all news",
          PATIENCE,
          () ->
              world.allRequestedSince(woken, world.connections)
                  && world.differences(world.connections).isEmpty());

      report("frozen", world, world.connections, takenOver);
      assertThat(world.provider.rateLimitedCount()).isZero();
    }
  }

  private void report(String what, World world, List<String> accounts, Duration takenOver)
      throws Exception {
    int expected = accounts.stream().mapToInt(id -> world.expected(id).size()).sum();
    long given =
        world.stored().keySet().stream()
            .filter(item -> accounts.contains(item.substring(0, item.indexOf('/'))))
            .count();
    Budget most = world.mostUsed(accounts);
    System.out.printf(
        "One of 3 members %s: %d items expected, %d given, 0 twice, %d lost; %d versions written again;"
            + " all connections served again after %.1f s; at most %d requests for a connection"
            + " in %.0f s, whose budget is %d; %d refused%n",
        what,
        expected,
        given,
        world.differences(accounts).size(),
        world.number("SELECT SUM(repeats) FROM items"),
        takenOver.toMillis() / 1e3,
        most.used(),
        most.time().toMillis() / 1e3,
        most.allowed(),
        world.provider.rateLimitedCount());
    assertThat(most.used()).isLessThanOrEqualTo(most.allowed());
  }

  /** Starts the next member; it asks the service by this host name. */
  private void start(World world, List<String> addresses, String sink, String host)
      throws IOException {
    int index = members.size();
    String address = addresses.get(index);
    Files.write(folder.resolve("connections.txt"), world.connections);
    Path settings = folder.resolve("member" + index + ".properties");
    Files.writeString(
        settings,
        """
        port=%s
        members=%s
        sink=%s
        interval=PT1S
        perMinute=%d
        burst=%d
        """
            .formatted(
                address.substring(address.indexOf(':') + 1),
                String.join(",", addresses),
                sink,
                World.PER_MINUTE,
                World.BURST));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx192m"));
    command.addAll(
        List.of("-Dhazelcast.operation.thread.count=2", "-Dhazelcast.io.thread.count=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ManyAccounts.class.getName(), settings.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true).redirectOutput(log(index).toFile());
    builder.environment().put("OFAUTH_API_KEY", world.provider.apiKey());
    builder.environment().put("OFAUTH_BASE_URL", world.provider.baseUrl(host).toString());
    members.add(builder.start());
  }

  private Path log(int member) {
    return folder.resolve("member" + member + ".log");
  }

  private String output() throws IOException {
    StringBuilder output = new StringBuilder();
    for (int member = 0; member < members.size(); member++) {
      output.append(Files.readString(log(member)));
    }
    return output.toString();
  }

  private static void signal(String signal, Process process)
      throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", signal, "" + process.pid()).start();
    assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(kill.exitValue()).isZero();
  }
}
