package com.ofauth.access.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.model.Chat;
import com.ofauth.access.model.Message;
import com.ofauth.access.model.OfAuthJson;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.RateLimit;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs that save checkpoints, killed by SIGKILL at random points and started again. Each
 * build kills each program a few times; {@code -Dofauth.kills=50} does it more often.
 */
@Timeout(900)
final class KilledProgramsTest {
  private static final int KILLS = Integer.getInteger("ofauth.kills", 4);

  /** More than a kill needs, so that no chat has to be active twice. */
  private static final int CHATS = 100 + 11 * (KILLS + 1);

  private static final int NEVER = Integer.MAX_VALUE;

  private final Random random = new Random(42);

  @Test
  void syncWritesEachVersionOnce(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("chats.jsonl");
    try (Account account = new Account()) {
      for (int kill = 0; kill < KILLS; kill++) {
        boolean atRequest = random.nextBoolean();
        int lines = 1 + random.nextInt(60);
        account.run(
            SyncToJsonLines.class,
            atRequest ? 1 + random.nextInt(4) : NEVER,
            ids -> !atRequest && ids.size() == lines,
            file.toString());
        account.activity(3, random);
      }
      account.runToTheEnd(SyncToJsonLines.class, file.toString());
      Set<String> expected = account.versions();
      account.activity(5, random);
      account.runToTheEnd(SyncToJsonLines.class, file.toString());
      expected.addAll(account.versions());

      List<String> written = new ArrayList<>();
      Map<Long, String> newest = new HashMap<>();
      for (String line : Files.readAllLines(file)) {
        Chat chat = OfAuthJson.read(Chat.class, line);
        written.add(version(chat));
        newest.put(chat.withUser().id(), version(chat));
      }
      report("SyncToJsonLines", expected, written);
      assertThat(written).containsAll(expected).doesNotHaveDuplicates();
      assertThat(newest.values()).containsExactlyInAnyOrderElementsOf(account.versions());
    }
  }

  @Test
  void watchLosesNothingAndRepeatsAtMostOneLineAKill(@TempDir Path folder) throws Exception {
    String state = folder.resolve("unread.checkpoint").toString();
    try (Account account = new Account()) {
      // The first request tells where the watch starts.
      account.run(WatchUnread.class, 2, ids -> false, state, "1");
      List<String> printed = new ArrayList<>();
      for (int kill = 0; kill < KILLS; kill++) {
        account.activity(10, random);
        int lines = 1 + random.nextInt(9);
        printed.addAll(
            account.run(WatchUnread.class, NEVER, ids -> ids.size() == lines, state, "1"));
      }
      // The news comes oldest activity first.
      account.activity(1, random);
      printed.addAll(
          account.run(WatchUnread.class, NEVER, ids -> ids.contains(account.newest()), state, "1"));

      report("WatchUnread", account.active, printed);
      assertThat(printed).containsAll(account.active);
      assertThat(printed.size() - account.active.size()).isBetween(0, account.kills);
    }
  }

  private static void report(
      String program, Collection<String> expected, Collection<String> lines) {
    Set<String> missing = new HashSet<>(expected);
    missing.removeAll(lines);
    int twice = lines.size() - new HashSet<>(lines).size();
    System.out.printf(
        "%s, killed %d times: %d lines expected, %d missing, %d twice%n",
        program, KILLS, expected.size(), missing.size(), twice);
  }

  private static String version(Chat chat) {
    Message last = chat.lastMessage();
    return chat.withUser().id() + " in version " + (last == null ? "none" : last.id());
  }

  /** An account that is served to child processes, one at a time. */
  private static final class Account implements AutoCloseable {
    private final OfAuthTestProvider provider = OfAuthTestProvider.builder().chats(CHATS).start();

    /** The chats that had activity, each once. */
    private final List<String> active = new ArrayList<>();

    private final Random delays = new Random(43);
    private int kills;
    private volatile @Nullable Process child;
    private volatile int lastRequest = NEVER;

    Account() {
      provider.connection().rateLimit(RateLimit.none());
      provider.onRequest(
          request -> {
            Process process = child;
            if (process != null && request.number() >= lastRequest) {
              kill(process);
            }
          });
    }

    void activity(int count, Random random) {
      for (int i = 0; i < count; i++) {
        List<Long> rested = new ArrayList<>(provider.connection().chats().userIds());
        rested.removeIf(id -> active.contains(String.valueOf(id)));
        long id = rested.get(random.nextInt(rested.size()));
        provider.connection().chats().receiveMessage(id, "hi");
        active.add(String.valueOf(id));
      }
    }

    String newest() {
      return active.get(active.size() - 1);
    }

    Set<String> versions() {
      Set<String> versions = new HashSet<>();
      provider.connection().chats().all().forEach(chat -> versions.add(version(chat)));
      return versions;
    }

    /** Runs a program and kills it; gives the ids that it printed. */
    List<String> run(
        Class<?> program, int atRequest, Predicate<List<String>> enough, String... args)
        throws IOException, InterruptedException {
      lastRequest = atRequest == NEVER ? NEVER : provider.requests().size() + atRequest;
      Process process = start(program, args);
      child = process;
      List<String> ids = new ArrayList<>();
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          ids.add(line.split(" ", 2)[0]);
          if (enough.test(ids)) {
            pass(delays.nextInt(2_000_000));
            kill(process);
          }
        }
      }
      int status = process.waitFor();
      assertThat(status).isIn(0, 137);
      kills += status == 0 ? 0 : 1;
      return ids;
    }

    void runToTheEnd(Class<?> program, String... args) throws IOException, InterruptedException {
      int before = kills;
      run(program, NEVER, ids -> false, args);
      assertThat(kills).isEqualTo(before);
    }

    /** Lets the program come to some point between this line and one of the next. */
    private static void pass(long nanos) {
      for (long begun = System.nanoTime(); System.nanoTime() - begun < nanos; ) {
        Thread.onSpinWait();
      }
    }

    /** Unlike the process, its handle leaves open what was printed and not yet read. */
    private static void kill(Process process) {
      process.toHandle().destroyForcibly();
    }

    private Process start(Class<?> program, String... args) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-XX:TieredStopAtLevel=1");
      command.add("-cp");
      command.add(System.getProperty("java.class.path"));
      command.add(program.getName());
      command.addAll(List.of(args));
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("OFAUTH_API_KEY", provider.apiKey());
      builder.environment().put("OFAUTH_CONNECTION_ID", provider.connectionId());
      builder.environment().put("OFAUTH_BASE_URL", provider.baseUrl().toString());
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
      return builder.start();
    }

    @Override
    public void close() {
      Process process = child;
      if (process != null) {
        process.destroyForcibly();
      }
      provider.close();
    }
  }
}
