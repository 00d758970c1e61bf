package com.ofauth.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.ofauth.access.SpecPlaces.Operation;
import com.ofauth.access.SpecPlaces.Parameter;
import com.ofauth.access.internal.api.PageSize;
import com.ofauth.access.internal.paging.GeneratedApis;
import com.ofauth.access.internal.paging.ListEndpoint;
import com.ofauth.access.internal.paging.PageRequest;
import com.ofauth.access.internal.paging.PageStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the hand-written queries and enums against the spec; says by file and line what to do where
 * they differ. A further endpoint is one more row of {@link #requests()}, of {@link #enums()} and
 * of {@link #limits()}.
 */
@Tag("drift")
final class SpecConformanceTest {
  private static final SpecPlaces SPEC = new SpecPlaces(SpecPlaces.read());
  private static final GeneratedApis APIS =
      new GeneratedApis(
          Objects.requireNonNull(HttpUrl.parse("http://localhost/")),
          new OkHttpClient(),
          "sk_sandbox_test");

  /** Requests of queries with everything set. */
  static Stream<RequestOfQuery> requests() {
    return Stream.of(
        RequestOfQuery.of(
            Chats.LIST,
            ChatListQuery.builder()
                .order(ChatOrder.OLD)
                .filter(ChatFilter.UNREAD)
                .query("hi")
                .userListId(7)
                .build()),
        RequestOfQuery.of(
            MassMessages.LIST,
            MassMessageListQuery.builder().status(MassMessageStatus.UNSENT).build()));
  }

  static Stream<EnumOfSpec> enums() {
    return Stream.of(
        EnumOfSpec.of("listChats", "order", ChatOrder.class, ChatOrder::value),
        EnumOfSpec.of("listChats", "filter", ChatFilter.class, ChatFilter::value),
        EnumOfSpec.of(
            "listMassMessages", "type", MassMessageStatus.class, MassMessageStatus::value));
  }

  static Stream<LimitOfSpec> limits() {
    return Stream.of(
        new LimitOfSpec("listChats", "query", "maxLength", ChatListQuery.MAX_QUERY_CHARACTERS),
        new LimitOfSpec("listChats", "userListId", "minimum", 1));
  }

  /** One endpoint and what its query asks with everything set. */
  record RequestOfQuery(String operationId, Class<?> queryType, Request request) {
    static <Q extends ListQuery> RequestOfQuery of(ListEndpoint<Q, ?, ?> endpoint, Q query) {
      PageRequest position = new PageRequest(new PageStart(40, "41"), 20);
      return new RequestOfQuery(
          endpoint.operationId(),
          query.getClass(),
          endpoint.request().create(APIS, "conn_1", query, position).request());
    }

    @Override
    public String toString() {
      return operationId;
    }
  }

  record EnumOfSpec(
      String operationId,
      String parameter,
      Class<? extends Enum<?>> type,
      Function<Enum<?>, String> text) {
    static <E extends Enum<E>> EnumOfSpec of(
        String operationId, String parameter, Class<E> type, Function<E, String> text) {
      return new EnumOfSpec(
          operationId, parameter, type, constant -> text.apply(type.cast(constant)));
    }

    @Override
    public String toString() {
      return operationId + " " + parameter;
    }
  }

  record LimitOfSpec(String operationId, String parameter, String rule, long value) {}

  @ParameterizedTest
  @MethodSource("enums")
  void hasAConstantForEachValueOfTheSpecAndNoOther(EnumOfSpec row) {
    failWith(constants(SPEC, row));
  }

  static List<String> constants(SpecPlaces spec, EnumOfSpec row) {
    Parameter parameter = spec.operation(row.operationId()).parameter(row.parameter());
    List<String> missing = new ArrayList<>(parameter.values());
    List<String> findings = new ArrayList<>();
    for (Enum<?> constant : row.type().getEnumConstants()) {
      String value = row.text().apply(constant);
      if (!missing.remove(value)) {
        findings.add(
            "%s: remove %s.%s: the spec has no value '%s' for '%s' of %s any more (%s)"
                .formatted(
                    SpecPlaces.source(row.type(), constant.name() + "("),
                    row.type().getSimpleName(),
                    constant.name(),
                    value,
                    row.parameter(),
                    row.operationId(),
                    parameter.place()));
      }
    }
    for (String value : missing) {
      findings.add(
          "%s: add a constant to %s for '%s', a value of '%s' of %s (%s)"
              .formatted(
                  SpecPlaces.source(row.type(), "\");"),
                  row.type().getSimpleName(),
                  value,
                  row.parameter(),
                  row.operationId(),
                  parameter.place()));
    }
    return findings;
  }

  @ParameterizedTest
  @MethodSource("requests")
  void sendsEachQueryParameterOfTheSpecAndNoOther(RequestOfQuery row) {
    failWith(parameters(SPEC, row));
  }

  static List<String> parameters(SpecPlaces spec, RequestOfQuery row) {
    Operation operation = spec.operation(row.operationId());
    Set<String> sent = row.request().url().queryParameterNames();
    List<String> findings = new ArrayList<>();
    List<Parameter> inQuery =
        operation.parameters().stream().filter(p -> p.in().equals("query")).toList();
    for (Parameter parameter : inQuery) {
      if (!sent.contains(parameter.name())) {
        findings.add(
            "%s: add a builder method for '%s', a parameter of %s (%s); if it is there, set it in requests() of SpecConformanceTest"
                .formatted(
                    SpecPlaces.source(row.queryType(), "class Builder"),
                    parameter.name(),
                    row,
                    parameter.place()));
      }
    }
    for (String name : sent) {
      if (inQuery.stream().noneMatch(parameter -> parameter.name().equals(name))) {
        findings.add(
            "%s: remove '%s', which %s does not have (%s)"
                .formatted(
                    SpecPlaces.source(row.queryType(), "\"" + name + "\""),
                    name,
                    row,
                    operation.place()));
      }
    }
    return findings;
  }

  @ParameterizedTest
  @MethodSource("requests")
  void asksAtThePathOfTheSpecWithBothHeaders(RequestOfQuery row) {
    assertThat(row.request().url().encodedPath())
        .matches(SPEC.operation(row.operationId()).path().replaceAll("\\{[^}]+}", "[^/{}]+"));
    assertThat(row.request().headers().names())
        .containsExactlyInAnyOrder("apiKey", "x-connection-id");
  }

  @Test
  void coversEachOperationOfTheSpec() {
    failWith(operations(SPEC));
    requests().map(RequestOfQuery::operationId).forEach(SPEC::operation);
  }

  static List<String> operations(SpecPlaces spec) {
    List<String> covered = requests().map(RequestOfQuery::operationId).toList();
    return spec.operations().stream()
        .filter(operation -> !covered.contains(operation.id()))
        .map(
            operation ->
                "%s: %s has no query class yet: write one like MassMessageListQuery, and name it in requests() (%s)"
                    .formatted(
                        operation.place(),
                        operation.id(),
                        SpecPlaces.source(SpecConformanceTest.class, " requests()")))
        .toList();
  }

  @Test
  void knowsEachEnumParameterOfTheSpec() {
    failWith(enumParameters(SPEC));
  }

  static List<String> enumParameters(SpecPlaces spec) {
    List<String> known = enums().map(EnumOfSpec::toString).toList();
    List<String> findings = new ArrayList<>();
    for (Operation operation : spec.operations()) {
      for (Parameter parameter : operation.parameters()) {
        if (!parameter.values().isEmpty()
            && !known.contains(operation.id() + " " + parameter.name())) {
          findings.add(
              "%s: '%s' of %s has no enum yet: write one like MassMessageStatus, and name it in enums() (%s)"
                  .formatted(
                      parameter.place(),
                      parameter.name(),
                      operation.id(),
                      SpecPlaces.source(SpecConformanceTest.class, " enums()")));
        }
      }
    }
    return findings;
  }

  @ParameterizedTest
  @MethodSource("limits")
  void limitsWhatTheSpecLimits(LimitOfSpec row) {
    holdLimit(row, SPEC.operation(row.operationId()));
  }

  @Test
  void limitsTheSizeOfEachPageAsTheSpecDoes() {
    for (Operation operation : SPEC.operations()) {
      for (LimitOfSpec row :
          List.of(
              new LimitOfSpec(operation.id(), "limit", "minimum", 1),
              new LimitOfSpec(operation.id(), "limit", "maximum", PageSize.MAX))) {
        holdLimit(row, operation);
      }
    }
  }

  private static void holdLimit(LimitOfSpec row, Operation operation) {
    Parameter parameter = operation.parameter(row.parameter());
    String inSpec = parameter.schema().get(row.rule());
    if (!String.valueOf(row.value()).equals(inSpec)) {
      fail(
          "%s: the %s of '%s' of %s is %s, and %d in the query: make them equal",
          parameter.place(), row.rule(), row.parameter(), row.operationId(), inSpec, row.value());
    }
  }

  private static void failWith(List<String> findings) {
    if (!findings.isEmpty()) {
      fail(String.join("\n", findings));
    }
  }
}
