package com.ofauth.access.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ofauth.access.build.lint.SpecLint;
import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.SchemaSite;
import com.ofauth.access.build.spec.SchemaValidator;
import com.ofauth.access.build.spec.SchemaView;
import com.ofauth.access.build.spec.SpecDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.nodes.Node;

/** What {@code ofauth-access.yaml} says, held against the examples of the API documentation. */
@Tag("drift")
final class OfAuthSpecTest {

  private static final String CHAT =
      "{'list':[{'withUser':{'id':1,'_view':'s'}%s}],'hasMore':false}";
  private static final String MESSAGE =
      ",'lastMessage':{'id':1,'text':'','fromUser':{'id':1},'media':[],'previews':[]%s}";

  private final String yaml = text("ofauth-access.yaml");
  private final SpecDocument spec = SpecDocument.parse(yaml);
  private final SchemaValidator validator = new SchemaValidator(spec);
  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void keepsTheRules() {
    assertThat(SpecLint.lint("ofauth-access.yaml", yaml)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"chats, ChatListResponse", "mass-messages, MassMessageListResponse"})
  void takesTheExampleOfTheDocumentation(String seed, String schema) throws IOException {
    assertThat(problems(schema, seed(seed))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"chats, ChatListResponse", "mass-messages, MassMessageListResponse"})
  void describesEveryFieldOfTheDocumentation(String seed, String schema) throws IOException {
    Set<String> unknown = new TreeSet<>();

    compare(component(schema), seed(seed), "$", unknown, new TreeSet<>());

    assertThat(unknown).isEmpty();
  }

  @Test
  void describesNoFieldThatTheDocumentationDoesNotShowButTheOtherFormOfAnAuthor()
      throws IOException {
    Set<String> unseen = new TreeSet<>();

    compare(component("ChatListResponse"), seed("chats"), "chats", new TreeSet<>(), unseen);
    compare(
        component("MassMessageListResponse"),
        seed("mass-messages"),
        "mass",
        new TreeSet<>(),
        unseen);

    assertThat(unseen)
        .containsExactly("chats.list.lastMessage.fromUser._view", "mass.list.fromUser._view");
  }

  @Test
  void requiresWhatTheApiAlwaysSends() {
    Map<String, List<String>> required = new TreeMap<>();
    for (Nodes.Entry schema : Nodes.entries(Nodes.get(spec.root(), "components", "schemas"))) {
      List<String> names =
          Nodes.items(Nodes.get(schema.value(), "required")).stream()
              .map(name -> String.valueOf(Nodes.text(name)))
              .toList();
      if (!names.isEmpty()) {
        required.put(schema.key(), names);
      }
    }

    Map<String, List<String>> listed =
        Map.ofEntries(
            Map.entry("ChatListResponse", List.of("list", "hasMore")),
            Map.entry("MassMessageListResponse", List.of("list", "hasMore")),
            Map.entry("Chat", List.of("withUser")),
            Map.entry("ChatUser", List.of("id")),
            Map.entry("Message", List.of("id")),
            Map.entry("MessageAuthor", List.of("id")),
            Map.entry("Media", List.of("id", "type", "convertedToVideo", "hasError", "isReady")),
            Map.entry("MediaFiles", List.of("full")),
            Map.entry("MediaFullFile", List.of("sources")),
            Map.entry("MediaPreviewFile", List.of("url")),
            Map.entry("MediaSource", List.of("url")),
            Map.entry("ReleaseForm", List.of("id", "name", "partnerSource", "type")),
            Map.entry(
                "ReleaseFormUser",
                List.of(
                    "view",
                    "id",
                    "name",
                    "username",
                    "isVerified",
                    "avatar",
                    "avatarThumbs",
                    "ivStatus",
                    "isFromGuest")),
            Map.entry("AvatarThumbs", List.of("c50", "c144")));
    Set<String> names = new TreeSet<>(required.keySet());
    names.addAll(listed.keySet());
    List<String> findings =
        names.stream()
            .filter(name -> !Objects.equals(required.get(name), listed.get(name)))
            .map(
                name ->
                    "%s: %s requires %s, and the list of this test has %s: note the evidence in openapi/README.md, and mend the one or the other"
                        .formatted(place(name), name, required.get(name), listed.get(name)))
            .toList();
    if (!findings.isEmpty()) {
      fail(String.join("\n", findings));
    }
  }

  private String place(String schema) {
    Nodes.Entry entry = Nodes.entry(Nodes.get(spec.root(), "components", "schemas"), schema);
    return "openapi/ofauth-access.yaml:" + (entry == null ? 1 : Nodes.line(entry.keyNode()));
  }

  @Test
  void allowsNullWhereTheApiSendsIt() {
    assertThat(spec.schemas())
        .filteredOn(site -> Nodes.isTrue(Nodes.get(site.node(), "nullable")))
        .extracting(SchemaSite::label)
        .containsExactlyInAnyOrder(
            "parameter offset",
            "ChatUser._view",
            "Message.text",
            "Message.media",
            "Message.previews",
            "Message.giphyId",
            "MessageAuthor",
            "MediaTypeCounts",
            "Media.canView",
            "Media.createdAt",
            "Media.releaseForms",
            "MediaVideoSources.240",
            "MediaVideoSources.720",
            "MediaFullFile.url",
            "MediaPreviewFile.options");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "1.5", "'text'", "[]", "[{'a':[1]}]", "{}", "{'a':null}"})
  void takesAnyJsonForReleaseFormsOfAMessage(String value) throws IOException {
    assertThat(problems(MESSAGE.formatted(",'releaseForms':" + value))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false", "'muted'"})
  void takesASwitchOrATextForTheReason(String value) throws IOException {
    assertThat(problems(",'canNotSendReason':" + value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "[]", "{}"})
  void refusesAnyOtherReason(String value) throws IOException {
    assertThat(problems(",'canNotSendReason':" + value)).isNotEmpty();
  }

  @Test
  void takesUnknownProperties() throws IOException {
    assertThat(problems(",'isPriority':true" + MESSAGE.formatted(",'replyTo':{'id':7}"))).isEmpty();
  }

  @Test
  void takesIdsOfMoreThan32BitsAndRefusesThoseOfMoreThan64() throws IOException {
    assertThat(problems(",'lastReadMessageId':9223372036854775807")).isEmpty();
    assertThat(problems(",'lastReadMessageId':9223372036854775808"))
        .containsExactly("$.list[0].lastReadMessageId: does not match the int64 pattern");
  }

  @Test
  void refusesNullForAnOptionalProperty() throws IOException {
    assertThat(problems(",'unreadMessagesCount':null"))
        .containsExactly("$.list[0].unreadMessagesCount: null found, integer expected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'error':'Gone','type':'UNAUTHORIZED','requestId':'req_1','actionRequired':'refresh_session'}",
        "{'error':'Gone','code':'AUTH_INVALID_KEY','details':{'key':'x'}}",
        "{'message':'Gone','code':'AUTH_KEY_EXPIRED','details':'expired'}",
        "{}"
      })
  void takesEveryDialectOfErrors(String error) throws IOException {
    assertThat(problems("ErrorResponse", json(error))).isEmpty();
  }

  private List<String> problems(String chatFields) throws IOException {
    return problems("ChatListResponse", json(CHAT.formatted(chatFields)));
  }

  private List<String> problems(String schema, JsonNode value) {
    return validator.validate("/components/schemas/" + schema, value).stream()
        .map(SchemaValidator.Problem::message)
        .toList();
  }

  private JsonNode json(String text) throws IOException {
    return mapper.readTree(text.replace('\'', '"'));
  }

  private JsonNode seed(String name) throws IOException {
    return mapper.readTree(text("src/test/resources/seeds/" + name + ".json"));
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Node component(String schema) {
    return Objects.requireNonNull(spec.target("#/components/schemas/" + schema));
  }

  /** Walks a value and its schema together, and notes the fields that only one of them has. */
  private void compare(
      Node schema, JsonNode value, String path, Set<String> unknown, Set<String> unseen) {
    Node items = Nodes.get(schema, "items");
    if (items != null && value.isArray()) {
      value.forEach(item -> compare(spec.follow(items), item, path, unknown, unseen));
    }
    SchemaView view = SchemaView.of(spec, schema);
    if (view.properties().isEmpty() || !value.isObject()) {
      return;
    }
    for (Nodes.Entry property : view.properties()) {
      if (!value.has(property.key())) {
        unseen.add(path + "." + property.key());
      }
    }
    value
        .fields()
        .forEachRemaining(
            field -> {
              Node property = view.property(field.getKey());
              if (property == null) {
                unknown.add(path + "." + field.getKey());
              } else {
                compare(property, field.getValue(), path + "." + field.getKey(), unknown, unseen);
              }
            });
  }
}
