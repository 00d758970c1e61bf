package com.ofauth.access.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.RateLimit;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs that save checkpoints, killed at random moments and started again. {@code
 * -Dofauth.kills=50} kills more often.
 */
final class KilledProgramsTest {
  private static final int KILLS = Integer.getInteger("ofauth.kills", 4);
  private static final Pattern USER = Pattern.compile("\"withUser\":\\{[^}]*?\"id\":([0-9]+)");
  private static final Pattern VERSION =
      Pattern.compile("\"lastMessage\":\\{[^}]*?\"id\":([0-9]+)");

  private final Random random = new Random(42);

  @Test
  void syncWritesEachVersionOnce(@TempDir Path folder) throws Exception {
    try (OfAuthTestProvider provider = OfAuthTestProvider.builder().chats(150).start()) {
      provider.connection().rateLimit(RateLimit.none());
      Path file = folder.resolve("chats.jsonl");
      for (int kill = 0; kill < KILLS; kill++) {
        runAndKill(provider, SyncToJsonLines.class, random.nextInt(60), file.toString());
        activity(provider, 3);
      }
      run(provider, SyncToJsonLines.class, file.toString());
      activity(provider, 5);
      run(provider, SyncToJsonLines.class, file.toString());

      Map<String, Integer> lines = new HashMap<>();
      List<Long> users = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        lines.merge(line, 1, Integer::sum);
        users.add(number(USER, line));
      }
      List<Long> expected = provider.connection().chats().userIds();
      long twice = lines.values().stream().filter(count -> count > 1).count();
      System.out.println(
          "sync, killed "
              + KILLS
              + " times: "
              + expected.size()
              + " chats expected, "
              + expected.stream().filter(id -> !users.contains(id)).count()
              + " missing, "
              + twice
              + " lines twice, "
              + users.size()
              + " lines");
      assertThat(twice).isZero();
      assertThat(users).containsAll(expected);
      // The last line of each chat is its newest version.
      for (long id : expected) {
        String last = Files.readAllLines(file).get(users.lastIndexOf(id));
        var message = provider.connection().chats().get(id).lastMessage();
        if (message != null) {
          assertThat(number(VERSION, last)).isEqualTo(message.id());
        }
      }
    }
  }

  @Test
  void watchLosesNothing(@TempDir Path folder) throws Exception {
    try (OfAuthTestProvider provider = OfAuthTestProvider.builder().chats(150).start()) {
      provider.connection().rateLimit(RateLimit.none());
      Path state = folder.resolve("unread.checkpoint");
      // Saves where it starts, and is killed once it polls.
      runAndKill(provider, WatchUnread.class, -2, state.toString(), "1");
      List<Long> active = new ArrayList<>();
      List<Long> printed = new ArrayList<>();
      for (int kill = 0; kill < KILLS; kill++) {
        active.addAll(activity(provider, 10));
        printed.addAll(
            runAndKill(provider, WatchUnread.class, random.nextInt(8), state.toString(), "1"));
      }
      printed.addAll(runAndKill(provider, WatchUnread.class, -3, state.toString(), "1"));

      long missing = active.stream().distinct().filter(id -> !printed.contains(id)).count();
      long twice = (long) printed.size() - active.size();
      System.out.println(
          "watch, killed "
              + KILLS
              + " times: "
              + active.size()
              + " lines expected, "
              + missing
              + " missing, "
              + Math.max(0, twice)
              + " twice");
      assertThat(missing).isZero();
      // Each kill can fall between a line and the checkpoint behind it.
      assertThat(twice).isLessThanOrEqualTo(KILLS);
    }
  }

  /** New messages for some chats, each for another one. */
  private List<Long> activity(OfAuthTestProvider provider, int count) {
    List<Long> active = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Long> ids = provider.connection().chats().userIds();
      long id = ids.get(100 + random.nextInt(ids.size() - 100));
      provider.connection().chats().receiveMessage(id, "hi");
      active.add(id);
    }
    return active;
  }

  private void run(OfAuthTestProvider provider, Class<?> program, String... args) throws Exception {
    Process process = start(provider, program, args);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      while (out.readLine() != null) {
        // The file is what counts.
      }
    }
    assertThat(process.waitFor()).isZero();
  }

  /**
   * Kills the program after so many lines; after so many requests if the number is less than 0.
   * Gives the ids that it printed.
   */
  private List<Long> runAndKill(
      OfAuthTestProvider provider, Class<?> program, int lines, String... args) throws Exception {
    int requests = provider.requests().size();
    Process process = start(provider, program, args);
    if (lines < 0) {
      provider.onRequest(
          request -> {
            if (provider.requests().size() >= requests - lines) {
              process.destroyForcibly();
            }
          });
    }
    List<Long> printed = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        printed.add(Long.parseLong(line.split(" ", 2)[0]));
        if (printed.size() > lines && lines >= 0) {
          process.destroyForcibly();
        }
      }
    }
    process.waitFor();
    return printed;
  }

  private static Process start(OfAuthTestProvider provider, Class<?> program, String... args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
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

  private static long number(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : -1;
  }
}
