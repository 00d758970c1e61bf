package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import com.ofauth.access.PagingException;
import com.ofauth.access.UndecodableItemsException;
import com.ofauth.access.internal.paging.ServiceModel.Item;
import com.ofauth.access.internal.reading.Walk;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts of checkpoints that were damaged on the way, or made up by somebody. */
final class CheckpointDamageTest {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

  private final Random random = new Random(1);

  @Test
  void refusesEachKindOfDamage() {
    for (Checkpoint checkpoint : oneOfEachKind()) {
      String text = checkpoint.toString();
      assertThat(Checkpoint.parse(text)).isEqualTo(checkpoint);
      for (int i = 0; i < 300; i++) {
        int at = random.nextInt(text.length() - 1);
        int other = random.nextInt(text.length() - 1);
        String letter = String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length())));
        String head = text.substring(0, at);
        refuses(text, head + text.substring(at + 1));
        refuses(text, head + letter + text.substring(at));
        refuses(text, head + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2));
        refuses(text, head + text.substring(other));
        refuses(text, head + "\n" + text.substring(at));
        refuses(text, head + "\u0141" + text.substring(at + 1));
        refuses(text, head);
      }
      refuses(text, text.toLowerCase(Locale.ROOT));
      refuses(text, " " + text);
      refuses(text, text + " ");
      refuses(text, text + "=");
      refuses(text, text + text);
      refuses(text, "");
    }
  }

  private static void refuses(String original, String damaged) {
    if (!damaged.equals(original)) {
      assertThatThrownBy(() -> Checkpoint.parse(damaged))
          .as(damaged)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void parsingTakesMemoryInProportionToTheText() {
    for (int size : new int[] {1_000, 10_000, 50_000}) {
      String text = walked(size).toString();
      long parsing = allocatedBy(() -> parseOrNothing(text));
      assertThat(parsing).as("%s characters", text.length()).isLessThan(64L * text.length());
      String garbage = text.substring(0, 30) + "A".repeat(text.length());
      assertThat(allocatedBy(() -> parseOrNothing(garbage)))
          .as("%s characters of garbage", garbage.length())
          .isLessThan(64L * garbage.length());
    }
  }

  /** Whoever makes up a text can make up its checksum too. */
  @Test
  void takesLittleMemoryAndFailsWithOneKindOfExceptionWhateverWasMadeUp() {
    for (Checkpoint checkpoint : oneOfEachKind()) {
      String body = bridge().body(checkpoint);
      for (int i = 0; i < 3_000; i++) {
        String madeUp = changed(body);
        long allocated = allocatedBy(() -> decodeOrNothing(madeUp));
        // At most eight keys a byte, each of which a walk has to know.
        assertThat(allocated).as(madeUp).isLessThan(20_000 + 1_000L * madeUp.length());
      }
    }
  }

  @Test
  void aWalkFromAMadeUpCheckpointEndsAndGivesNothingTwice() {
    for (Checkpoint checkpoint : oneOfEachKind().subList(0, 2)) {
      String body = bridge().body(checkpoint);
      for (int i = 0; i < 1_500; i++) {
        String madeUp = changed(body);
        ServiceModel service = ServiceModel.of(70);
        service.notesWhatStays = false;
        List<Long> given = new ArrayList<>();
        try {
          Walk<Item> walk = service.walk(resumed(madeUp));
          for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
            page.items().forEach(item -> given.add(item.key()));
          }
        } catch (PagingException | UndecodableItemsException | IllegalArgumentException e) {
          assertThat(e).hasMessageNotContaining("null");
        }
        assertThat(given).as(madeUp).doesNotHaveDuplicates();
        assertThat(service.requests()).as(madeUp).isLessThan(200);
      }
    }
  }

  private static ChatListQuery resumed(String body) {
    return ChatListQuery.builder().resumeFrom(bridge().checkpoint(() -> body)).build();
  }

  private String changed(String body) {
    StringBuilder changed = new StringBuilder(body);
    for (int i = random.nextInt(3); i >= 0; i--) {
      // Mostly in the part that is no list of keys.
      int at =
          random.nextInt(random.nextBoolean() ? changed.length() : Math.min(changed.length(), 90));
      char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
      switch (random.nextInt(4)) {
        case 0 -> changed.insert(at, letter);
        case 1 -> changed.delete(at, Math.min(changed.length() - 1, at + 1 + random.nextInt(9)));
        default -> changed.setCharAt(at, letter);
      }
    }
    return changed.toString();
  }

  private static List<Checkpoint> oneOfEachKind() {
    Checkpoint walk = walked(90);
    ServiceModel service = ServiceModel.of(90);
    Walk<Item> copy = new ExactlyOnceWalk<>(service.copy(WalkState.begin(0)), service);
    Checkpoint half = copy.first().checkpoint();
    WalkPlan<Item> plan = service.plan(ChatListQuery.all());
    Checkpoint news =
        plan.list()
            .checkpointScope()
            .checkpoint(
                CheckpointCodec.Kind.NEWS,
                WalkState.begin(0)
                    .with(NewsPoll.first(service.fetch(PageRequest.atOffset(0, 20), true), plan)));
    return List.of(walk, walk.compact(), half, news);
  }

  /** The checkpoint behind most of a list whose keys are spread widely. */
  private static Checkpoint walked(int size) {
    ServiceModel service = ServiceModel.of(0);
    service.with(new Random(3).longs(size, 1, 1L << 33).distinct().toArray());
    Walk<Item> walk =
        service.walk(ChatListQuery.builder().maxItems(Math.max(1, size - 10)).build());
    Page<Item> page = walk.next();
    while (page != null) {
      page = walk.next();
    }
    return walk.checkpoint();
  }

  private static void parseOrNothing(String text) {
    try {
      Checkpoint unused = Checkpoint.parse(text);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("damaged");
    }
  }

  private static void decodeOrNothing(String body) {
    try {
      CheckpointCodec.Content unused = CheckpointCodec.decode(body);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageNotContaining("null");
    }
  }

  /** The second time: the first can load classes. */
  private static long allocatedBy(Runnable work) {
    work.run();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    work.run();
    return threads.getThreadAllocatedBytes(thread) - before;
  }
}
