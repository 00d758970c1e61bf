package com.ofauth.access.testing.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.testing.SampleData;
import com.ofauth.access.testing.internal.exchange.PageBody;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SlicerTest {

  @Test
  void makesItemsOnlyWhenTheyAreLookedAt() {
    int[] made = {0};
    OrderedItems<ChatEntry> list = new OrderedItems<>("chat");
    IntStream.range(0, 10_000)
        .forEach(
            i ->
                list.insert(
                    i,
                    ChatEntry.lazy(
                        i,
                        () -> {
                          made[0]++;
                          return SampleData.seeded(1).chat(i);
                        },
                        false)));

    PageBody page =
        Slicer.filterThenSlice(10_000, list::get, null, new PageBody.Asked(9_000, 20, true));

    assertThat(page.json()).contains("\"nextOffset\":9020");
    assertThat(page.json()).isEqualTo(page.json());
    assertThat(made[0]).isEqualTo(20);
  }
}
