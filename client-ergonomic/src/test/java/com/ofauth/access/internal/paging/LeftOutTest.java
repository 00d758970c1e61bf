package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ofauth.access.UndecodableItemsException;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.internal.api.ApiBridge;
import com.ofauth.access.internal.http.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a walk counts and keeps of the items that it leaves out. */
final class LeftOutTest {
  private static final int MEBIBYTE = 1 << 20;

  private final LeftOut leftOut = new LeftOut(LeftOut.Count.NONE, /* counts= */ true);

  @Test
  void theEndTellsHowManyWereLeftOutAndWhyTheFirstWas() {
    meet(item(3, "{}", "no id"));
    assertThat(end())
        .hasMessageContaining(
            "but 1 of its items could not be decoded and was left out (for one: no id): all"
                + " others were given");

    LeftOut two = new LeftOut(LeftOut.Count.NONE, /* counts= */ true);
    two.meet(page(item(3, "{}", "no id"), item(4, "{}", "two ids")));
    assertThat(end(two))
        .hasMessageContaining(
            "but 2 of its items could not be decoded and were left out (for one: no id): all");
  }

  @Test
  void theEndOfAResumedWalkThatMetNoneItselfGivesNoExample() {
    LeftOut resumed = new LeftOut(new LeftOut.Count(2, List.of(7)), /* counts= */ true);

    assertThat(end(resumed)).hasMessageContaining("and were left out: all others were given");
  }

  @Test
  void keepsEightMebibytesOfJsonForTheEnd() {
    meet(large(0, 'a', 5 * MEBIBYTE));
    meet(large(1, 'b', 3 * MEBIBYTE));
    meet(large(2, 'c', 65));

    assertThat(end().items())
        .extracting(item -> item.rawText().map(String::length).orElse(0))
        .containsExactly(5 * MEBIBYTE, 3 * MEBIBYTE, 0);
    assertThat(end().count()).isEqualTo(3);
  }

  @Test
  void checkpointsOfAnEarlierReleaseKnowTheirItems() {
    meet(item(3, "{\"name\":\"" + "x".repeat(64) + "\"}", "no id"));

    // The hash of the text: the same in every release and on every machine.
    assertThat(leftOut.count().marks()).containsExactly(960_533_776);
    LeftOut resumed = new LeftOut(leftOut.count(), /* counts= */ true);
    resumed.meet(page(item(90, "{\"name\":\"" + "x".repeat(64) + "\"}", "no id")));
    assertThat(resumed.count()).isEqualTo(leftOut.count());
  }

  @Test
  void ofMoreThanAHundredItemsTheMarksOfTheFirstAndTheLastAreKept() {
    List<Integer> all = new ArrayList<>();
    for (int offset = 0; offset < 150; offset++) {
      meet(item(offset, "null", "no object"));
      List<Integer> marks = leftOut.count().marks();
      all.add(marks.get(marks.size() - 1));
    }

    assertThat(leftOut.count().count()).isEqualTo(150);
    assertThat(leftOut.count().marks())
        .containsExactlyElementsOf(
            Stream.concat(all.subList(0, 60).stream(), all.subList(110, 150).stream()).toList());
    assertThat(end().items()).hasSize(100);
  }

  private void meet(UndecodableItem item) {
    leftOut.meet(page(item));
  }

  private UndecodableItemsException end() {
    return end(leftOut);
  }

  private static UndecodableItemsException end(LeftOut leftOut) {
    return catchThrowableOfType(
        UndecodableItemsException.class,
        () -> leftOut.end(() -> ApiBridge.bridge().checkpoint(() -> "")));
  }

  private static UndecodableItem large(long offset, char letter, int length) {
    return item(offset, "{" + String.valueOf(letter).repeat(length - 1), "no JSON");
  }

  private static UndecodableItem item(long offset, String text, String reason) {
    return new UndecodableItem(offset, reason, text);
  }

  private static FetchedPage<String> page(UndecodableItem... broken) {
    return new FetchedPage<>(
        PageRequest.atOffset(0, 20),
        /* items= */ List.of(),
        broken.length,
        List.of(broken),
        /* deviations= */ List.of(),
        /* hasMore= */ true,
        /* given= */ null,
        ApiResponse.of(""),
        /* ahead= */ false);
  }
}
