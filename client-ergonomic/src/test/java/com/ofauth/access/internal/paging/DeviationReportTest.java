package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.CallInfo;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.internal.api.ApiBridge;
import com.ofauth.access.internal.http.ApiResponse;
import com.ofauth.access.model.Deviation;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much is logged of what is odd, and which items that are left out count as the same. */
final class DeviationReportTest {
  private static final Logger LOG = Logger.getLogger("com.ofauth.access");
  private static final CallInfo CALL =
      ApiBridge.bridge().call("listItems", "conn_1", "GET", "/v2/access/items");

  private final List<LogRecord> logged = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          logged.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final List<Deviation> told = new ArrayList<>();
  private final List<UndecodableItem> toldLeftOut = new ArrayList<>();
  private final DeviationReport report =
      new DeviationReport(
          new OfAuthListener() {
            @Override
            public void onDeviation(CallInfo call, Deviation deviation) {
              told.add(deviation);
            }

            @Override
            public void onUndecodableItem(CallInfo call, UndecodableItem item) {
              toldLeftOut.add(item);
            }
          },
          /* onUndecodableItem= */ null);

  @BeforeEach
  void listen() {
    LOG.addHandler(handler);
  }

  @AfterEach
  void stop() {
    LOG.removeHandler(handler);
  }

  @Test
  void logsTwoHundredKindsAndTellsTheListenerAll() {
    for (int name = 0; name < 250; name++) {
      report.tell(CALL, new Deviation("$.names.n" + name, "a text", "a number", true));
    }

    assertThat(told).hasSize(250);
    assertThat(logged).hasSize(200);
  }

  @Test
  void warnsOfTheFirstItemThatIsLeftOutAlone() {
    tell(40, "{}");
    tell(41, "{}");

    assertThat(toldLeftOut).hasSize(2);
    assertThat(logged)
        .singleElement()
        .satisfies(line -> assertThat(line.getMessage()).contains("no id"));
  }

  @Test
  void anItemIsKnownAgainByAJsonOfSixtyFourCharactersElseByItsPlace() {
    String telling = "{" + "x".repeat(62) + "}";
    String short63 = "{" + "x".repeat(61) + "}";
    tell(40, telling);
    tell(41, telling);
    tell(40, short63);
    tell(41, short63);
    tell(41, short63);

    assertThat(toldLeftOut).extracting(UndecodableItem::offset).containsExactly(40L, 40L, 41L);
  }

  private void tell(long offset, String text) {
    List<UndecodableItem> broken = List.of(new UndecodableItem(offset, "no id", text));
    FetchedPage<String> page =
        new FetchedPage<>(
            PageRequest.atOffset(offset, 20),
            /* items= */ List.of(),
            /* slots= */ 1,
            broken,
            /* deviations= */ List.of(),
            /* hasMore= */ true,
            /* given= */ null,
            ApiResponse.of(""),
            /* ahead= */ false);
    report.tell(CALL, page, item -> SeenItems.SeenItem.of(1, item));
  }
}
