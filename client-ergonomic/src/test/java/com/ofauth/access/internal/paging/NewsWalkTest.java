package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import com.ofauth.access.internal.paging.ServiceModel.Item;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a walk over the news of one poll hands on. */
final class NewsWalkTest {
  private static final Baseline ENDED = new Baseline(List.of(), 0, true, true, false, false);

  private final ServiceModel service = ServiceModel.of(3);

  @ParameterizedTest
  @CsvSource({"true, false, false", "false, true, false", "false, false, true"})
  void tellsWhatThePollTellsOnceItIsOver(boolean cutShort, boolean mayRepeat, boolean lost) {
    NewsWalk<Item> walk = walk(service, List.of(), cutShort, mayRepeat, lost);
    assertThat(walk.isCutShort() || walk.mayRepeat() || walk.isBaselineLost()).isFalse();

    assertThat(walk.next()).isNull();

    assertThat(List.of(walk.isCutShort(), walk.mayRepeat(), walk.isBaselineLost()))
        .containsExactly(cutShort, mayRepeat, lost);
  }

  @Test
  void theFirstPageIsThatOfTheNews() {
    List<Item> items = service.shownItems();

    assertThat(walk(service, items, false, false, false).first().items()).isEqualTo(items);
  }

  @Test
  void theFirstPageIsEmptyWhereNothingIsNew() {
    NewsWalk<Item> walk = walk(service, List.of(), false, false, false);

    Page<Item> first = walk.first();

    assertThat(first.items()).isEmpty();
    assertThat(first.hasMore()).isFalse();
    assertThat(first.checkpoint()).isEqualTo(walk.checkpoint());
  }

  @Test
  void endsWhatIsFetchedAhead() {
    walk(service, List.of(), false, false, false).close();

    assertThat(service.closed).isTrue();
  }

  private NewsWalk<Item> walk(
      PageSource<Item> source,
      List<Item> items,
      boolean cutShort,
      boolean mayRepeat,
      boolean lost) {
    NewsPoll.News<Item> news =
        new NewsPoll.News<>(items, cutShort, mayRepeat, lost, given -> ENDED);
    return new NewsWalk<>(
        service.copy(WalkState.begin(0).with(ENDED)),
        source,
        since -> () -> news,
        NewsWalkTest::checkpoint);
  }

  private static Checkpoint checkpoint(Baseline baseline) {
    return new CheckpointScope("listItems", 1, 2)
        .checkpoint(CheckpointCodec.Kind.NEWS, WalkState.begin(0).with(baseline));
  }
}
