package com.ofauth.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.ofauth.access.decoding.ValidationMode;
import com.ofauth.access.internal.http.ApiRequest;
import com.ofauth.access.internal.http.ApiResponse;
import com.ofauth.access.internal.http.Layer;
import com.ofauth.access.internal.http.Secrets;
import com.ofauth.access.internal.paging.ConnectionScope;
import com.ofauth.access.internal.paging.GeneratedApis;
import com.ofauth.access.internal.paging.ListEndpoint;
import com.ofauth.access.internal.paging.PageRequest;
import com.ofauth.access.internal.paging.PageStart;
import com.ofauth.access.internal.paging.ReorderDirection;
import com.ofauth.access.internal.util.TimeSource;
import com.ofauth.access.internal.wire.TrialsApi;
import com.ofauth.access.trial.model.SortedListResponse;
import com.ofauth.access.trial.model.SortedTrial;
import com.ofauth.access.trial.model.Trial;
import com.ofauth.access.trial.model.TrialListResponse;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** What the templates make of each kind of parameter, position and path: see trial.yaml. */
final class GeneratedSdkTest {
  private static final GeneratedApis APIS =
      new GeneratedApis(
          new Retrofit.Builder()
              .baseUrl("http://localhost/")
              .addConverterFactory(new NoConverter())
              .build(),
          "sk_sandbox_test");
  private static final TrialListQuery REQUIRED =
      TrialListQuery.builder(7, TrialKind.FIRST_KIND, "a").build();

  private final TrialListQuery.Builder trials = REQUIRED.toBuilder();

  @Test
  void sendsRequiredParametersAndThePositionAlone() {
    Request request = request(Trials.LIST_TRIALS, REQUIRED, new PageStart(0, "x/y"));

    assertThat(request.url())
        .hasToString("http://localhost/v2/trials/7/first-kind?size=20&after=x%2Fy&class=a");
    assertThat(request.headers())
        .containsExactlyInAnyOrder(
            kotlin.TuplesKt.to("apiKey", "sk_sandbox_test"),
            kotlin.TuplesKt.to("x-connection-id", "conn_1"));
  }

  @Test
  void sendsEachParameterThatIsSet() {
    Request request =
        request(
            Trials.LIST_TRIALS,
            everything().additionalQueryParam("new", "1").build(),
            new PageStart(0, null));

    assertThat(request.url().query())
        .isEqualTo(
            "size=20&count=9&below=4&share=1.5&exact=false&some_text=abc&class=a&old=o&new=1");
  }

  @Test
  void sendsOffsets() {
    Request request =
        request(
            Trials.LIST_SORTED,
            SortedListQuery.builder().order(SortedOrder.OLDEST).build(),
            new PageStart(40, null));

    assertThat(request.url())
        .hasToString("http://localhost/v2/trials/sorted?limit=20&skip=40&sort=oldest");
  }

  @Test
  void keepsEverySettingInToBuilder() {
    TrialListQuery query = everything().pageSize(3).build();

    assertThat(query.toBuilder().build()).isEqualTo(query).hasSameHashCodeAs(query);
    assertThat(query.toBuilder().count(8).build()).isNotEqualTo(query);
    assertThat(query.toBuilder().pageSize(4).build()).isNotEqualTo(query);
    assertThat(TrialListQuery.builder(8, TrialKind.FIRST_KIND, "a").build()).isNotEqualTo(REQUIRED);
    assertThat(REQUIRED.count()).isEmpty();
    assertThat(REQUIRED.exact()).isEmpty();
    assertThat(REQUIRED.share()).isNull();
  }

  @Test
  void refusesWhatTheDocumentForbids() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrialListQuery.builder(0, TrialKind.SECOND, "a"))
        .withMessage("groupId must be 1 or more: 0");
    assertThatNullPointerException()
        .isThrownBy(() -> TrialListQuery.builder(1, TrialKind.SECOND, unknown()))
        .withMessage("form must not be null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trials.count(10))
        .withMessage("count must be from 1 to 9 (both inclusive): 10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trials.below(5))
        .withMessage("below must be 4 or less: 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trials.share(BigDecimal.ZERO))
        .withMessage("share must be more than 0: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trials.share(new BigDecimal("1.51")))
        .withMessage("share must be 1.5 or less: 1.51");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trials.someText("a"))
        .withMessage("someText must be at least 2 characters long, but has 1: \"a\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trials.someText("abcde"))
        .withMessage("someText must be at most 4 characters long, but has 5: \"abcde\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trials.additionalQueryParam("some_text", "x"));
  }

  @Test
  void findsTheValuesThatAWalkNeeds() {
    TrialListResponse page =
        TrialListResponse.fromJson(
            "{'list':[{'id':5,'last':{'author':{'number':1,'name':'n'}}}],'hasMore':true,'nextAfter':'c'}"
                .replace('\'', '"'));
    Trial trial = page.list().get(0);

    assertThat(Trials.LIST_TRIALS.next(page)).isEqualTo(new PageStart(0, "c"));
    assertThat(Trials.LIST_TRIALS.key(trial)).isEqualTo(5);
    assertThat(Trials.LIST_TRIALS.versionOf(trial)).isEqualTo("n");
    assertThat(Trials.LIST_TRIALS.keyPath()).containsExactly("id");
    assertThat(Trials.LIST_TRIALS.versionPath()).containsExactly("last", "author", "name");
    assertThat(Trials.LIST_TRIALS.reorderDirection(REQUIRED)).isEqualTo(ReorderDirection.NONE);
  }

  @Test
  void hasNoVersionWhereSomethingOnTheWayIsMissing() {
    for (String last : List.of("{}", "{'last':null}", "{'last':{}}", "{'last':{'author':{}}}")) {
      Trial trial =
          Trial.fromJson(
              "{'id':5,%s".formatted(last.substring(1)).replace(",}", "}").replace('\'', '"'));

      assertThat(Trials.LIST_TRIALS.versionOf(trial)).as(last).isNull();
    }
  }

  @Test
  void readsTheNextOffsetAndTheDirectionOfActivity() {
    SortedListResponse page =
        SortedListResponse.fromJson("{\"list\":[],\"hasMore\":true,\"nextSkip\":60}");
    SortedTrial trial = SortedTrial.fromJson("{\"owner\":{\"number\":3},\"changedAt\":\"now\"}");

    assertThat(Trials.LIST_SORTED.next(page)).isEqualTo(new PageStart(60, null));
    assertThat(Trials.LIST_SORTED.key(trial)).isEqualTo(3);
    assertThat(Trials.LIST_SORTED.versionOf(trial)).isEqualTo("now");
    assertThat(Trials.LIST_SORTED.reorderDirection(SortedListQuery.all()))
        .isEqualTo(ReorderDirection.TO_HEAD);
    assertThat(
            Trials.LIST_SORTED.reorderDirection(
                SortedListQuery.builder().order(SortedOrder.OLDEST).build()))
        .isEqualTo(ReorderDirection.TO_TAIL);
  }

  @Test
  void givesAnObjectByTheParametersOfItsOperation() throws NoSuchMethodException {
    Request request =
        APIS.api(TrialsApi.class)
            .getTrial("k", "c", 7L, GetTrialKind.BAD.value(), "a/b", 2, Map.of())
            .request();

    assertThat(request.url()).hasToString("http://localhost/v2/trials/7/bad/a%2Fb?apis=2");
    assertThat(
            Trials.class
                .getMethod("get", long.class, GetTrialKind.class, String.class, int.class)
                .getReturnType())
        .isEqualTo(OfAuthResponse.class);
    assertThat(Trials.class.getMethod("lastTrial").isAnnotationPresent(Deprecated.class)).isTrue();
  }

  @Test
  void refusesParametersOfAnObjectBeforeAnythingIsSent() {
    Trials entry =
        new Trials(
            new ConnectionScope(
                "conn_1",
                APIS,
                new NoStack(),
                new Secrets("sk_sandbox_test"),
                ValidationMode.TOLERANT,
                Runnable::run,
                TimeSource.SYSTEM));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> entry.get(0, GetTrialKind.BAD, "a", 1))
        .withMessage("groupId must be 1 or more: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> entry.get(1, GetTrialKind.BAD, " ", 1))
        .withMessage("name must not be blank: \" \"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> entry.get(1, GetTrialKind.BAD, "abcd", 1))
        .withMessageContaining("at most 3 characters");
  }

  @Test
  void marksWhatTheDocumentDeprecates() throws NoSuchMethodException {
    assertThat(Trials.class.getMethod("sorted").isAnnotationPresent(Deprecated.class)).isTrue();
    assertThat(
            TrialListQuery.Builder.class
                .getMethod("old", String.class)
                .isAnnotationPresent(Deprecated.class))
        .isTrue();
    assertThat(
            Trials.class
                .getMethod("listTrials", TrialListQuery.class)
                .isAnnotationPresent(Deprecated.class))
        .isFalse();
  }

  /** Requests are built here, and no response is read. */
  private static final class NoConverter extends Converter.Factory {
    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(
        Type type, Annotation[] annotations, Retrofit retrofit) {
      return body -> {
        throw new UnsupportedOperationException();
      };
    }
  }

  private static final class NoStack implements Layer {
    @Override
    public <R> ApiResponse<R> send(ApiRequest<R> request) {
      throw new AssertionError("sent: " + request);
    }
  }

  @SuppressWarnings("deprecation") // one of the kinds
  private TrialListQuery.Builder everything() {
    return trials
        .count(9)
        .below(4)
        .share(new BigDecimal("1.5"))
        .exact(false)
        .someText("abc")
        .old("o");
  }

  private static <Q extends ListQuery> Request request(
      ListEndpoint<Q, ?, ?> endpoint, Q query, PageStart start) {
    return endpoint.request(APIS, "conn_1", query, new PageRequest(start, 20)).request();
  }

  @SuppressWarnings("NullAway") // what a caller without NullAway can do
  private static String unknown() {
    return null;
  }
}
