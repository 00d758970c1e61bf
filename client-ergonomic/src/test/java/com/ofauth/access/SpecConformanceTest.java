package com.ofauth.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Holds the hand-written queries and enums against the spec. A further endpoint is one more row of
 * {@link #requests()} and of {@link #enums()}.
 */
final class SpecConformanceTest {
  private static final Map<String, Object> SPEC = readSpec();
  private static final Wire WIRE =
      new Wire(
          Objects.requireNonNull(HttpUrl.parse("http://localhost/")),
          new OkHttpClient(),
          "sk_sandbox_test");

  record EnumOfSpec(String operationId, String parameter, List<? extends Enum<?>> constants) {
    @Override
    public String toString() {
      return operationId + " " + parameter;
    }
  }

  record RequestOfQuery(String operationId, Request request) {
    @Override
    public String toString() {
      return operationId;
    }
  }

  static Stream<EnumOfSpec> enums() {
    return Stream.of(
        new EnumOfSpec("listChats", "order", List.of(ChatOrder.values())),
        new EnumOfSpec("listChats", "filter", List.of(ChatFilter.values())),
        new EnumOfSpec("listMassMessages", "type", List.of(MassMessageStatus.values())));
  }

  /** Requests of queries with everything set. */
  static Stream<RequestOfQuery> requests() {
    Position position = Position.atOffset(40, 20);
    return Stream.of(
        new RequestOfQuery(
            "listChats",
            Chats.LIST
                .request()
                .create(
                    WIRE,
                    "conn_1",
                    ChatListQuery.builder()
                        .order(ChatOrder.OLD)
                        .filter(ChatFilter.UNREAD)
                        .query("hi")
                        .userListId(7)
                        .build(),
                    position)
                .request()),
        new RequestOfQuery(
            "listMassMessages",
            MassMessages.LIST
                .request()
                .create(
                    WIRE,
                    "conn_1",
                    MassMessageListQuery.builder().status(MassMessageStatus.UNSENT).build(),
                    position)
                .request()));
  }

  @ParameterizedTest
  @MethodSource("enums")
  void hasAConstantForEachValueOfTheSpecAndNoOther(EnumOfSpec row) {
    Map<String, Object> parameter = parameter(row.operationId(), row.parameter());
    List<String> values = texts(object(parameter, "schema").get("enum"));
    for (Enum<?> constant : row.constants()) {
      String value = ((WireEnum) constant).value();
      assertThat(values)
          .as(
              "%s.%s sends '%s', which the spec does not have for '%s' of %s: remove the constant, or mend the spec",
              constant.getDeclaringClass().getSimpleName(),
              constant.name(),
              value,
              row.parameter(),
              row.operationId())
          .contains(value);
    }
    assertThat(row.constants().stream().map(constant -> ((WireEnum) constant).value()))
        .as(
            "the spec has values for '%s' of %s that lack a constant",
            row.parameter(), row.operationId())
        .containsAll(values);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void sendsEachQueryParameterOfTheSpecAndNoOther(RequestOfQuery row) {
    assertThat(row.request().url().queryParameterNames())
        .as(
            "query parameters of %s: add a builder method for what is missing, drop what the spec dropped",
            row)
        .containsExactlyInAnyOrderElementsOf(
            parameters(row.operationId()).stream()
                .map(p -> String.valueOf(p.get("name")))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("requests")
  void asksAtThePathOfTheSpecWithBothHeaders(RequestOfQuery row) {
    assertThat(row.request().url().encodedPath()).isEqualTo(path(row.operationId()));
    assertThat(row.request().headers().names())
        .containsExactlyInAnyOrder("apiKey", "x-connection-id");
  }

  @Test
  void coversEachOperationOfTheSpec() {
    List<String> operations = new ArrayList<>();
    paths().values().forEach(path -> operations.add(operationId(path)));

    assertThat(requests().map(RequestOfQuery::operationId))
        .as("each operation of the spec has a row in requests()")
        .containsExactlyInAnyOrderElementsOf(operations);
  }

  @Test
  void knowsEachEnumParameterOfTheSpec() {
    List<String> withEnums = new ArrayList<>();
    for (Object path : paths().values()) {
      for (Map<String, Object> parameter : parameters(operationId(path))) {
        if (object(parameter, "schema").containsKey("enum")) {
          withEnums.add(operationId(path) + " " + parameter.get("name"));
        }
      }
    }

    assertThat(enums().map(EnumOfSpec::toString))
        .as("each parameter with an enum has a row in enums()")
        .containsExactlyInAnyOrderElementsOf(withEnums);
  }

  @Test
  void limitsWhatTheSpecLimits() {
    assertThat(object(parameter("listChats", "limit"), "schema"))
        .containsEntry("minimum", 1)
        .containsEntry("maximum", ListQuery.MAX_PAGE_SIZE);
    assertThat(object(parameter("listChats", "query"), "schema"))
        .containsEntry("maxLength", ChatListQuery.MAX_QUERY_CHARACTERS);
    assertThat(object(parameter("listChats", "userListId"), "schema")).containsEntry("minimum", 1);
    assertThat(object(parameter("listChats", "offset"), "schema")).containsEntry("minimum", 0);
  }

  private static Map<String, Object> parameter(String operationId, String name) {
    return parameters(operationId).stream()
        .filter(parameter -> name.equals(parameter.get("name")))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(operationId + " of the spec has no parameter " + name));
  }

  private static List<Map<String, Object>> parameters(String operationId) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    Object listed = object(object(paths(), path(operationId)), "get").get("parameters");
    for (Object parameter : (Iterable<?>) Objects.requireNonNull(listed)) {
      parameters.add(resolve(cast(parameter)));
    }
    return parameters;
  }

  private static Map<String, Object> resolve(Map<String, Object> parameter) {
    Object reference = parameter.get("$ref");
    if (reference == null) {
      return parameter;
    }
    Map<String, Object> target = SPEC;
    for (String step : reference.toString().substring(2).split("/", -1)) {
      target = object(target, step);
    }
    return target;
  }

  private static String path(String operationId) {
    return paths().entrySet().stream()
        .filter(path -> operationId(path.getValue()).equals(operationId))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new AssertionError("the spec has no operation " + operationId));
  }

  private static String operationId(Object path) {
    return String.valueOf(object(cast(path), "get").get("operationId"));
  }

  private static Map<String, Object> paths() {
    return object(SPEC, "paths");
  }

  private static Map<String, Object> object(Map<String, Object> parent, String name) {
    return cast(Objects.requireNonNull(parent.get(name), name));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> cast(Object yaml) {
    return (Map<String, Object>) yaml;
  }

  private static List<String> texts(@org.jspecify.annotations.Nullable Object yaml) {
    return Arrays.stream(((List<?>) Objects.requireNonNull(yaml)).toArray())
        .map(String::valueOf)
        .toList();
  }

  private static Map<String, Object> readSpec() {
    try (InputStream spec = SpecConformanceTest.class.getResourceAsStream("/ofauth-access.yaml")) {
      return new Yaml().load(Objects.requireNonNull(spec, "the spec is on the test classpath"));
    } catch (IOException e) {
      throw new AssertionError("the spec can't be read", e);
    }
  }
}
