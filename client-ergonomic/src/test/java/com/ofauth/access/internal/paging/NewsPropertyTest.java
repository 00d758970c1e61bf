package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import com.ofauth.access.PagingException;
import com.ofauth.access.internal.api.ApiBridge;
import com.ofauth.access.internal.paging.ServiceModel.Item;
import com.ofauth.access.internal.reading.Walk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is new is given once in each version, whatever happens between and during the polls. {@code
 * -Dofauth.polls=1000000} runs as many random histories.
 */
final class NewsPropertyTest {
  private static final long HISTORIES = Long.getLong("ofauth.polls", 2_500);
  private static final long FIRST = Long.getLong("ofauth.firstPoll", 0);

  @Test
  void givesEachNewVersionOnce() {
    TreeMap<String, Long> problems = new TreeMap<>();
    for (long seed = FIRST; seed < FIRST + HISTORIES && problems.size() < 8; seed++) {
      String problem = new History(new Random(seed)).problem();
      if (problem != null) {
        problems.put(problem + " in history " + seed, seed);
      }
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void givesEachNewVersionOnceBelowManyPinnedItems() {
    TreeMap<String, Long> problems = new TreeMap<>();
    for (long seed = FIRST; seed < FIRST + HISTORIES / 2 && problems.size() < 8; seed++) {
      History history = new History(new Random(seed));
      history.pinUntil(4 + (int) (seed % 8));
      String problem = history.problem();
      if (problem != null) {
        problems.put(problem + " in history " + seed, seed);
      }
    }
    assertThat(problems).isEmpty();
  }

  /** Histories that are met once in tens of thousands, and were given wrongly at some time. */
  @ParameterizedTest
  @ValueSource(
      longs = {
        554, 2188, 11747, 14714, 25963, 27047, 33935, 40864, 317153, 346740, 1052787, 3007033,
        3087816, 3098938, 3140959, 5181319, 20100706, 20183646, 20747842, 21146355, 30522320,
        30956777, 31198785, 60397797
      })
  void givesEachNewVersionOnceInRareHistories(long seed) {
    assertThat(new History(new Random(seed)).problem()).isNull();
  }

  /**
   * Every history of a short list: each sequence of changes, spread over the requests of two polls.
   */
  @Test
  void givesEachNewVersionOnceInEveryHistoryOfAShortList() {
    int bound = Integer.getInteger("ofauth.exhaustive", 3);
    TreeMap<String, Long> problems = new TreeMap<>();
    for (int size = 1; size <= 3; size++) {
      int kinds = 4 * size + 3;
      long histories = (long) Math.pow(kinds, bound);
      for (long number = 0; number < histories && problems.size() < 8; number++) {
        String problem = new History(size, kinds, bound, number).problem();
        if (problem != null) {
          problems.put(problem + " in history " + number + " of " + size, number);
        }
      }
    }
    assertThat(problems).isEmpty();
  }

  /** One list, and polls of it one after the other. */
  private static final class History {
    private final Random random;
    private final ServiceModel service;
    private final Map<Long, Long> before = new HashMap<>();
    private final Set<List<Long>> given = new HashSet<>();
    private final Set<Long> wasAway = new HashSet<>();
    private final Map<Long, Item> away = new HashMap<>();
    private final Deque<Integer> script = new ArrayDeque<>();
    private final boolean scripted;
    private final int window;
    private long nextKey = 10_000;
    private int bursts;
    private int changes;

    History(Random random) {
      this.random = random;
      this.scripted = false;
      this.window = 20;
      int size = random.nextInt(3) == 0 ? random.nextInt(400) : random.nextInt(60);
      this.service = ServiceModel.of(size);
      this.bursts = random.nextInt(4);
      for (int i = random.nextInt(4) == 0 ? random.nextInt(4) : 0; i > 0 && size > 0; i--) {
        service.pin(1 + random.nextInt(size));
      }
      if (random.nextInt(4) == 0) {
        for (long key = 1; key <= size; key++) {
          if (random.nextInt(6) == 0) {
            service.unversion(key);
          }
        }
      }
    }

    History(int size, int kinds, int length, long number) {
      this.random = new Random(number);
      this.scripted = true;
      this.service = ServiceModel.of(size);
      this.window = 2 + (int) (number % 2);
      long rest = number;
      for (int i = 0; i < length; i++) {
        script.add((int) (rest % kinds));
        rest /= kinds;
      }
    }

    /** Pins the first items. */
    void pinUntil(int count) {
      LongStream.rangeClosed(1, Math.min(count, service.size())).forEach(service::pin);
    }

    @Nullable String problem() {
      try {
        return run();
      } catch (PagingException e) {
        boolean versioned = service.shownItems().stream().anyMatch(i -> i.version() != null);
        return versioned ? e.getMessage() : null;
      } catch (RuntimeException e) {
        return e + " " + e.getStackTrace()[0];
      }
    }

    private @Nullable String run() {
      Baseline since = start();
      service.script = request -> change();
      int polls = scripted ? 2 : 1 + random.nextInt(6);
      for (int poll = 0; poll <= polls + 30; poll++) {
        if (poll >= polls) {
          service.script = request -> {};
        } else if (!scripted) {
          // From a moment to months pass.
          for (int i = random.nextInt(4) == 0 ? random.nextInt(1 << random.nextInt(9)) : 0;
              i > 0;
              i--) {
            changeOnce(random.nextInt(10));
          }
        }
        NewsPoll.News<Item> news =
            new NewsPoll<>(service.plan(ChatListQuery.all()), service, since, window).result();
        boolean told = news.mayRepeat() || news.lost();
        Set<Long> inThisPoll = new HashSet<>();
        int stop =
            random.nextInt(3) == 0 ? random.nextInt(news.items().size() + 1) : news.items().size();
        for (Item item : news.items().subList(0, stop)) {
          if (!inThisPoll.add(item.key())) {
            return "twice in a poll: " + item.key();
          }
          boolean again = !given.add(versionOf(item));
          boolean old =
              before.containsKey(item.key())
                  && Objects.equals(before.get(item.key()), item.version())
                  && !wasAway.contains(item.key());
          if ((again || old) && !told && item.version() != null && !wasAway.contains(item.key())) {
            return (again ? "again: " : "old: ") + item.key();
          }
        }
        since = parsed(news.after().baseline(stop));
        boolean whole = stop == news.items().size();
        if (whole && !news.cutShort() && !told) {
          String lost = lost();
          if (lost != null) {
            return lost;
          }
        }
        if (poll > polls && whole && news.items().isEmpty()) {
          return lost();
        }
      }
      return "polls that do not become quiet";
    }

    /** A checkpoint of now, of a walk, or of a copy. */
    private Baseline start() {
      int kind = scripted ? 0 : random.nextInt(3);
      if (kind == 0) {
        FetchedPage<Item> page = service.fetch(PageRequest.atOffset(0, window), true);
        service.shownItems().forEach(item -> before.put(item.key(), item.version()));
        return parsed(NewsPoll.first(page, service.plan(ChatListQuery.all())));
      }
      changes = random.nextInt(30);
      service.script =
          request -> {
            if (changes > 0 && random.nextInt(3) > 0) {
              for (int i = random.nextInt(3); i >= 0; i--) {
                changes--;
                changeOnce(random.nextInt(10));
              }
            }
          };
      return kind == 1 ? startOfWalk() : startOfCopy();
    }

    private Baseline startOfWalk() {
      Walk<Item> walk = service.walk(ChatListQuery.all());
      Checkpoint reached = walk.checkpoint();
      for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
        for (int i = 0; i < page.items().size(); i++) {
          given.add(versionOf(page.items().get(i)));
        }
        reached = page.checkpoint();
        if (random.nextInt(3) == 0) {
          int crash = random.nextInt(page.items().size());
          for (int i = crash + 1; i < page.items().size(); i++) {
            given.remove(versionOf(page.items().get(i)));
          }
          reached = ApiBridge.bridge().checkpointAfter(page, crash);
          walk =
              service.walk(
                  ChatListQuery.builder().resumeFrom(Checkpoint.parse(reached.toString())).build());
        }
      }
      reached = walk.checkpoint();
      Baseline baseline =
          CheckpointCodec.decode(ApiBridge.bridge().body(reached)).state().baseline();
      if (!baseline.ended()) {
        throw new IllegalStateException("the walk has not ended");
      }
      return baseline;
    }

    private Baseline startOfCopy() {
      WalkPlan<Item> plan = service.copy(WalkState.begin(0));
      ExactlyOnceWalk<Item> walk = new ExactlyOnceWalk<>(plan, service);
      Set<List<Long>> copied = new HashSet<>();
      while (true) {
        Page<Item> page = walk.next();
        if (page == null) {
          break;
        }
        int crash = random.nextInt(3) == 0 ? random.nextInt(page.items().size()) : -1;
        for (int i = 0; i < page.items().size(); i++) {
          Item item = page.items().get(i);
          if (!copied.add(versionOf(item)) && !wasAway.contains(item.key())) {
            Checkpoint here = ApiBridge.bridge().checkpointAfter(page, i);
            if (!CheckpointCodec.decode(ApiBridge.bridge().body(here))
                .state()
                .baseline()
                .mayRepeat()) {
              throw new IllegalStateException("copied again: " + item.key());
            }
          }
          given.add(versionOf(item));
          if (i == crash) {
            Checkpoint here = ApiBridge.bridge().checkpointAfter(page, i);
            WalkState state =
                CheckpointCodec.decode(ApiBridge.bridge().body(Checkpoint.parse(here.toString())))
                    .state();
            walk = new ExactlyOnceWalk<>(service.copy(state), service);
            break;
          }
        }
      }
      return walk.baseline();
    }

    /** An item that is in the list in a version that was neither there before nor given. */
    private @Nullable String lost() {
      for (Item item : service.shownItems()) {
        boolean known =
            item.version() == null
                || given.contains(versionOf(item))
                || wasAway.contains(item.key())
                || (before.containsKey(item.key())
                    && Objects.equals(before.get(item.key()), item.version()));
        if (!known) {
          return "lost: " + item.key();
        }
      }
      return null;
    }

    private void change() {
      if (scripted) {
        Integer next = script.poll();
        if (next != null) {
          scripted(next);
        }
      } else if (bursts > 0 && random.nextInt(3) == 0) {
        bursts--;
        for (int i = random.nextInt(1 << random.nextInt(8)); i >= 0; i--) {
          changeOnce(random.nextInt(10));
        }
      }
    }

    private void scripted(int change) {
      int size = (script.size() + change) % 3;
      int kind = change % 4;
      long key = 1L + change / 4;
      if (service.indexOf(key) < 0) {
        if (away.containsKey(key)) {
          comeBack(key);
        } else if (size > 0) {
          service.come(nextKey++);
        }
      } else if (kind == 0) {
        service.activity(key);
      } else if (kind == 1) {
        leave(key);
      } else if (kind == 2) {
        service.come(nextKey++);
      }
    }

    private void changeOnce(int kind) {
      int size = service.size();
      long key =
          size == 0 ? 0 : service.keyAt(random.nextInt(random.nextBoolean() ? size : 1 + size / 5));
      if (kind < 5) {
        if (size > 0 && !service.get(key).pinned()) {
          service.activity(key);
        }
      } else if (kind < 7) {
        service.come(nextKey++);
      } else if (kind == 7 && size > 0) {
        service.remove(key);
      } else if (kind == 8 && size > 0) {
        leave(key);
      } else if (!away.isEmpty()) {
        comeBack(away.keySet().iterator().next());
      }
    }

    private void leave(long key) {
      Item item = service.remove(key);
      if (item != null) {
        away.put(key, item);
      }
    }

    /** Back where it was, as it was: to be told as news or not, it is no activity. */
    private void comeBack(long key) {
      Item item = Objects.requireNonNull(away.remove(key));
      wasAway.add(key);
      service.putBack(item);
    }

    private static List<Long> versionOf(Item item) {
      return List.of(item.key(), item.version() == null ? -1L : item.version());
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
