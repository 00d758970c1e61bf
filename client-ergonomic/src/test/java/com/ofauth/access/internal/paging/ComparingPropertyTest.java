package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.internal.api.ApiBridge;
import com.ofauth.access.internal.paging.ServiceModel.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Of a list that is compared as a whole, each item comes once in each version that a poll reads,
 * whatever is put off, edited, removed or added between and during the polls. {@code
 * -Dofauth.polls=1000000} runs as many random histories.
 */
final class ComparingPropertyTest {
  private static final long HISTORIES = Long.getLong("ofauth.polls", 4_000);
  private static final long FIRST = Long.getLong("ofauth.firstPoll", 0);

  /** So many that left the list are known, however long it is. */
  private static final int KEPT = 44;

  @Test
  void givesEachVersionOnce() {
    TreeMap<String, Long> problems = new TreeMap<>();
    long given = 0;
    for (long seed = FIRST; seed < FIRST + HISTORIES && problems.size() < 8; seed++) {
      History history = new History(new Random(seed));
      note(history, "history " + seed, seed, problems);
      given += history.handled;
    }
    assertThat(problems).isEmpty();
    assertThat(given).isGreaterThan(HISTORIES);
  }

  /** Each sequence of changes of a short list, one before each request, and a crash somewhere. */
  @Test
  void givesEachVersionOnceInEveryHistoryOfAShortList() {
    int bound = Integer.getInteger("ofauth.exhaustive", 3);
    TreeMap<String, Long> problems = new TreeMap<>();
    for (int size = 1; size <= 4; size++) {
      int kinds = 5 * size + 3;
      long histories = (long) Math.pow(kinds, bound);
      for (int pageSize = 1; pageSize <= 2; pageSize++) {
        for (long number = 0; number < histories && problems.size() < 8; number++) {
          note(
              new History(size, pageSize, kinds, bound, number),
              "history " + number + " of " + size + " in pages of " + pageSize,
              number,
              problems);
        }
      }
    }
    assertThat(problems).isEmpty();
  }

  private static void note(History history, String name, long number, Map<String, Long> problems) {
    String problem;
    try {
      problem = history.problem();
    } catch (RuntimeException e) {
      problem = e + " " + e.getStackTrace()[0];
    }
    if (problem != null) {
      problems.put(problem + " in " + name, number);
    }
  }

  /** One list, and polls of it one after the other. */
  private static final class History {
    private final Random random;
    private final ServiceModel service;
    private final ChatListQuery query;
    private final List<Integer> script = new ArrayList<>();
    private final boolean scripted;

    /** Whether items only move, often past the poll that reads them, and back. */
    private final boolean restless;

    /** What the program has: for each item that it handled, or began with, its version. */
    private final Map<Long, Long> store = new HashMap<>();

    /** The versions that items had since the poll began. */
    private final Map<Long, Set<Long>> during = new HashMap<>();

    private final Map<Long, Item> away = new HashMap<>();
    private final Map<Long, Item> former = new HashMap<>();

    /** What left the list since it was handled last. */
    private final Set<Long> wasAway = new HashSet<>();

    private long nextKey = 10_000;
    private int bursts;
    private int handled;
    private int departures;

    History(Random random) {
      this.random = random;
      this.scripted = false;
      this.restless = random.nextInt(3) == 0;
      int size =
          random.nextInt(3) == 0 ? random.nextInt(ComparingPoll.MAX_ITEMS) : random.nextInt(60);
      this.service = ServiceModel.of(size);
      this.service.cap = random.nextInt(8) == 0 ? 7 : 20;
      this.query =
          ChatListQuery.builder()
              .pageSize(random.nextInt(4) == 0 ? 1 + random.nextInt(20) : 20)
              .build();
    }

    History(int size, int pageSize, int kinds, int length, long number) {
      this.random = new Random(number);
      this.scripted = true;
      this.restless = false;
      this.service = ServiceModel.of(size);
      this.query = ChatListQuery.builder().pageSize(pageSize).build();
      long rest = number;
      for (int i = 0; i < length; i++) {
        script.add((int) (rest % kinds));
        rest /= kinds;
      }
    }

    @Nullable String problem() {
      Baseline since = start();
      service.script = request -> change();
      int polls = scripted ? 3 : 1 + random.nextInt(6);
      for (int poll = 0; poll < polls + 3; poll++) {
        boolean quiet = poll >= polls;
        if (quiet) {
          service.script = request -> {};
        } else if (restless) {
          moveBack(random.nextInt(3));
        } else if (!scripted) {
          bursts = random.nextInt(4);
          for (int i = random.nextInt(3) == 0 ? random.nextInt(1 << random.nextInt(7)) : 0;
              i > 0;
              i--) {
            changeOnce(random.nextInt(6));
          }
        }
        during.clear();
        noteVersions();
        NewsPoll.News<Item> news =
            new ComparingPoll<>(service.plan(query), service, since).result();
        Set<Long> inThisPoll = new HashSet<>();
        int size = news.items().size();
        int stop = !quiet && random.nextInt(3) == 0 ? random.nextInt(size + 1) : size;
        for (Item item : news.items().subList(0, stop)) {
          long version = Objects.requireNonNull(item.version());
          if (!inThisPoll.add(item.key())) {
            return "twice in a poll: " + item.key();
          }
          if (!during.getOrDefault(item.key(), Set.of()).contains(version)) {
            return "never was: " + item.key();
          }
          boolean again = Objects.equals(store.put(item.key(), version), version);
          boolean forgotten = wasAway.contains(item.key()) && departures > KEPT;
          if (again && !forgotten && !news.mayRepeat()) {
            return "again: " + item.key();
          }
          if (service.indexOf(item.key()) >= 0) {
            wasAway.remove(item.key());
          }
          handled++;
        }
        since = parsed(news.after().baseline(stop));
        if (poll > polls && size > 0) {
          return "news of a quiet list";
        }
      }
      for (Item item : service.shownItems()) {
        if (!Objects.equals(store.get(item.key()), item.version())) {
          return "lost: " + item.key();
        }
      }
      return null;
    }

    private Baseline start() {
      Baseline nothing = WalkState.begin(0).baseline();
      NewsPoll.News<Item> all = new ComparingPoll<>(service.plan(query), service, nothing).result();
      all.items().forEach(item -> store.put(item.key(), Objects.requireNonNull(item.version())));
      return parsed(all.after().baseline(all.items().size()));
    }

    private void noteVersions() {
      for (Item item : service.shownItems()) {
        during
            .computeIfAbsent(item.key(), key -> new HashSet<>())
            .add(Objects.requireNonNull(item.version()));
      }
    }

    private void change() {
      if (scripted) {
        if (!script.isEmpty()) {
          scripted(script.remove(0));
        }
      } else if (restless && service.size() > 3) {
        int size = service.size();
        if (random.nextBoolean()) {
          reschedule(
              service.keyAt(size - 1 - random.nextInt(size / 3)), random.nextInt(size * 2 / 3));
        }
        moveBack(random.nextInt(8) == 0 ? 1 : 0);
      } else if (bursts > 0 && random.nextInt(3) == 0) {
        bursts--;
        for (int i = random.nextInt(1 << random.nextInt(5)); i >= 0; i--) {
          changeOnce(random.nextInt(6));
        }
      }
      noteVersions();
    }

    private void scripted(int change) {
      long key = 1L + change / 5;
      int kind = change % 5;
      if (service.indexOf(key) < 0) {
        if (away.containsKey(key)) {
          comeBack(key, kind);
        } else if (kind < 2) {
          insert(kind == 0 ? 0 : service.size());
        }
      } else if (kind == 0) {
        service.edit(key);
      } else if (kind == 1) {
        reschedule(key, 0);
      } else if (kind == 2) {
        reschedule(key, service.size());
      } else if (kind == 3) {
        leave(key);
      } else {
        revert(key, 0);
      }
    }

    private void changeOnce(int kind) {
      int size = service.size();
      if (kind == 4 && size < ComparingPoll.MAX_ITEMS) {
        insert(random.nextInt(size + 1));
      } else if (kind == 5 && !away.isEmpty() && size < ComparingPoll.MAX_ITEMS) {
        comeBack(away.keySet().iterator().next(), random.nextInt(size + 1));
      } else if (size > 0) {
        long key = service.keyAt(random.nextInt(size));
        switch (kind) {
          case 0 -> service.edit(key);
          case 1 -> reschedule(key, random.nextInt(size));
          case 2 -> leave(key);
          default -> revert(key, random.nextInt(size));
        }
      }
    }

    private void insert(int index) {
      service.insertAt(index, nextKey++);
    }

    private void reschedule(long key, int index) {
      former.putIfAbsent(key, service.get(key));
      service.edit(key);
      service.put(service.get(key), index);
    }

    /** Back to what it was before it was put off. */
    private void revert(long key, int index) {
      Item item = former.remove(key);
      if (item != null) {
        service.put(item, index);
      }
    }

    /** Moves one of so many items back. */
    private void moveBack(int oneOf) {
      for (long key : oneOf == 0 ? List.<Long>of() : List.copyOf(former.keySet())) {
        if (random.nextInt(oneOf) == 0 && service.indexOf(key) >= 0) {
          revert(key, service.size());
        }
      }
    }

    private void leave(long key) {
      departures++;
      away.put(key, Objects.requireNonNull(service.remove(key)));
      wasAway.add(key);
    }

    private void comeBack(long key, int index) {
      service.put(Objects.requireNonNull(away.remove(key)), index);
    }

    /** Through the text of a checkpoint. */
    private static Baseline parsed(Baseline baseline) {
      CheckpointScope owner = new CheckpointScope("listItems", 1, 2);
      Checkpoint checkpoint =
          owner.checkpoint(CheckpointCodec.Kind.NEWS, WalkState.begin(0).with(baseline));
      String text = checkpoint.toString();
      assertThat(text.length()).isLessThan(4_096);
      return CheckpointCodec.decode(ApiBridge.bridge().body(Checkpoint.parse(text)))
          .state()
          .baseline();
    }
  }
}
