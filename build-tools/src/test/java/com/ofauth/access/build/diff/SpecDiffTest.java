package com.ofauth.access.build.diff;

import static com.ofauth.access.build.diff.Impact.ADDITIVE;
import static com.ofauth.access.build.diff.Impact.BREAKING;
import static com.ofauth.access.build.diff.Impact.COSMETIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.build.lint.SpecText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of change, made alone to a good spec, and what it is told as. */
final class SpecDiffTest {
  private static final String ORDER = "schema: { type: string, enum: [recent, who_tipped] }";
  private static final String LIMIT =
      "schema: { type: integer, format: int32, maximum: 20, default: 10 }";
  private static final String OWNER_ID = "id: { type: integer, format: int64, description: Id. }";
  private static final String PHOTO =
      "        photo: { type: string, description: URL of a picture. }\n";
  private static final String RETRY_AFTER =
      "        Retry-After: { $ref: '#/components/headers/Figure' }\n";
  private static final String ORDER_PARAMETER =
      """
              - name: order
                in: query
                description: Sort order.
                x-ofauth-values: { recent: New., who_tipped: Tipped. }
                schema: { type: string, enum: [recent, who_tipped] }
      """;

  static Stream<Arguments> changes() {
    return Stream.of(
        // What a request can hold.
        change(ORDER, ORDER.replace(", who_tipped", ""), BREAKING, "the value who_tipped is gone"),
        change(
            ORDER,
            ORDER.replace("who_tipped", "who_tipped, old"),
            ADDITIVE,
            "the value old is new"),
        change(ORDER, "schema: { type: string }", ADDITIVE, "has no fixed values any more"),
        change(
            ORDER,
            ORDER.replace(" }", ", default: recent }"),
            BREAKING,
            "default is recent instead of none"),
        change(
            ORDER, "required: true\n          " + ORDER, BREAKING, "\"order\" has to be given now"),
        change(ORDER, "deprecated: true\n          " + ORDER, ADDITIVE, "\"order\" is deprecated"),
        change(
            ORDER,
            "style: deepObject\n          " + ORDER,
            BREAKING,
            "\"style\" changed, which no rule knows"),
        change(
            ORDER,
            ORDER.replace(" }", ", maxLength: 9 }"),
            BREAKING,
            "maxLength is 9 instead of none"),
        change(
            ORDER, ORDER.replace(" }", ", pattern: a }"), BREAKING, "pattern is a instead of none"),
        change(ORDER_PARAMETER, "", BREAKING, "the parameter \"order\" is gone"),
        change(
            "name: order",
            "name: sort",
            BREAKING,
            "the parameter \"order\" is gone",
            "the parameter \"sort\" is new"),
        change(
            ORDER_PARAMETER,
            ORDER_PARAMETER + ORDER_PARAMETER.replace("order", "filter"),
            ADDITIVE,
            "the parameter \"filter\" is new"),
        change(
            ORDER_PARAMETER,
            ORDER_PARAMETER
                + ORDER_PARAMETER
                    .replace("order", "filter")
                    .replace("schema", "required: true\n          schema"),
            BREAKING,
            "\"filter\" is new, and has to be given"),
        change(LIMIT, LIMIT.replace("int32", "int64"), ADDITIVE, "format int64 instead of int32"),
        change(
            LIMIT,
            LIMIT.replace("default: 10", "default: 20"),
            BREAKING,
            "default is 20 instead of 10"),
        change(
            LIMIT, LIMIT.replace("10", "10, minimum: 5"), BREAKING, "minimum is 5 instead of none"),
        change(
            LIMIT,
            LIMIT.replace("maximum: 20", "maximum: 10"),
            BREAKING,
            "maximum is 10 instead of 20"),
        change(
            LIMIT,
            LIMIT.replace("maximum: 20", "maximum: 50"),
            ADDITIVE,
            "maximum is 50 instead of 20"),
        change(
            LIMIT,
            LIMIT.replace("integer, format: int32", "string"),
            BREAKING,
            "is text instead of an integer"),
        // What a call is.
        change("  /pets:", "  /animals:", BREAKING, "GET /pets is gone", "GET /animals is new"),
        change(
            "operationId: listPets",
            "operationId: findPets",
            BREAKING,
            "called findPets instead of listPets"),
        change("- key: []", "- {}", BREAKING, "other credentials: none instead of key"),
        change(
            "      security:\n        - key: []\n",
            "",
            BREAKING,
            "other credentials: none instead of key"),
        change(
            "name: key, description",
            "name: token, description",
            BREAKING,
            "name is token instead of key"),
        change(
            "['pets:read']",
            "['pets:read', 'pets:all']",
            BREAKING,
            "needs the permission pets:all"),
        change("['pets:read']", "[]", ADDITIVE, "no longer needs the permission pets:read"),
        change(
            "itemVersion: name",
            "itemVersion: kind",
            BREAKING,
            "itemVersion is kind instead of name"),
        change("maxLimit: 20", "maxLimit: 50", ADDITIVE, "maxLimit is 50 instead of 20"),
        change("maxLimit: 20", "maxLimit: 10", BREAKING, "maxLimit is 10 instead of 20"),
        change("style: offset", "style: cursor", BREAKING, "style is cursor instead of offset"),
        change("tags: [Pets]", "tags: [Animals]", BREAKING, "moves to another entry"),
        change(
            "tags:\n  - name",
            "servers:\n  - url: https://a.example\ntags:\n  - name",
            ADDITIVE,
            "the server https://a.example is new"),
        // What comes back.
        change(
            "        '429': { $ref: '#/components/responses/Error' }\n",
            "",
            BREAKING,
            "the answer 429 is gone"),
        change("'429'", "'428'", BREAKING, "the answer 429 is gone", "the answer 428 is new"),
        change(
            "        '400'",
            "        '202': { description: Later. }\n        '400'",
            BREAKING,
            "the answer 202 is new, and callers do not expect it"),
        change(
            "        '400'",
            "        '409': { description: No. }\n        '400'",
            ADDITIVE,
            "the answer 409 is new"),
        change(RETRY_AFTER, "", BREAKING, "the header Retry-After is gone"),
        change(
            RETRY_AFTER,
            RETRY_AFTER + RETRY_AFTER.replace("Retry-After", "X-More"),
            ADDITIVE,
            "the header X-More is new"),
        change(
            "      schema: { type: integer, format: int32 }\n      example: 90",
            "      required: true\n      schema: { type: integer, format: int32 }\n      example: 90",
            ADDITIVE,
            "is always there now"),
        change(
            "      schema: { type: integer, format: int32 }\n      example: 90",
            "      schema: { type: string }\n      example: 90",
            BREAKING,
            "is text instead of an integer"),
        change(
            "application/json:\n              schema",
            "text/json:\n              schema",
            BREAKING,
            "no longer comes as application/json",
            "can come as text/json"),
        change(
            PHOTO, "", BREAKING, "Owner.photo() is gone: photo is no longer received (GET /pets)"),
        change(
            "        photo: {",
            "        _picture: {",
            BREAKING,
            "Owner.photo() is gone: photo is no longer received; perhaps it is called _picture now",
            "Owner.picture() is new"),
        change(PHOTO, PHOTO + PHOTO.replace("photo", "video"), ADDITIVE, "Owner.video() is new"),
        change(
            PHOTO,
            PHOTO.replace("string", "boolean"),
            BREAKING,
            "Owner.photo() is a boolean instead of text"),
        change(
            PHOTO,
            PHOTO.replace("string", "string, nullable: true"),
            BREAKING,
            "Owner.photo() can be null now"),
        change(
            PHOTO,
            PHOTO.replace("string", "string, format: uri"),
            ADDITIVE,
            "format uri instead of none"),
        change(
            PHOTO,
            PHOTO.replace("string", "string, maxLength: 9"),
            ADDITIVE,
            "maxLength is 9 instead of none"),
        change(
            PHOTO, PHOTO.replace("string", "string, enum: [a]"), BREAKING, "has fixed values now"),
        change(
            PHOTO,
            PHOTO.replace("string", "string, default: a"),
            COSMETIC,
            "default is a instead of none"),
        change(
            PHOTO,
            PHOTO.replace("string", "string, readOnly: true"),
            BREAKING,
            "\"readOnly\" changed, which no rule knows"),
        change(
            PHOTO,
            PHOTO.replace("string", "string, deprecated: true"),
            ADDITIVE,
            "Owner.photo() is deprecated"),
        change(
            PHOTO,
            PHOTO.replace("a picture", "an image"),
            COSMETIC,
            "description reads differently"),
        change(
            "nullable: true, ",
            "",
            ADDITIVE,
            "Animal.weight() is no longer null",
            "Pet.weight() is no longer null"),
        change(
            OWNER_ID,
            OWNER_ID.replace("int64", "int32"),
            BREAKING,
            "Owner.id() has the format int32 instead of int64"),
        change(
            "required: [id]",
            "required: [id, photo]",
            ADDITIVE,
            "Owner.photo() is always there now"),
        change("      required: [id]\n", "", BREAKING, "Owner.id() can be absent now"),
        change(
            "enum: [cat, guinea_pig]",
            "enum: [cat, guinea_pig, dog]",
            ADDITIVE,
            "Kind: the value dog is new"),
        change(
            "enum: [cat, guinea_pig]",
            "enum: [cat]",
            BREAKING,
            "Kind: the value guinea_pig is gone"),
        change("      x-ofauth-open-enum: true\n", "", BREAKING, "Kind is a closed enum now"),
        change(
            "        - type: string\n",
            "        - type: string\n        - type: integer\n",
            BREAKING,
            "Badge can be an integer too"),
        change("        - type: string\n", "", BREAKING, "Badge is never text any more"),
        change(
            "kind: { $ref: '#/components/schemas/Kind' }",
            "kind: { $ref: '#/components/schemas/Badge' }",
            BREAKING,
            "Animal.kind() is Badge instead of Kind"),
        change(
            "notes: { description: Anything at all. }",
            "notes: { type: string, description: Anything at all. }",
            BREAKING,
            "Animal.notes() is text instead of anything"),
        change(
            "additionalProperties: { type: string }",
            "additionalProperties: { type: boolean }",
            BREAKING,
            "a value of Animal.labels() is a boolean instead of text"),
        change(
            "items: { $ref: '#/components/schemas/Pet' }",
            "items: { $ref: '#/components/schemas/Animal' }",
            BREAKING,
            "an element of PetPage.list() is Animal instead of Pet"),
        change(
            "    Kind:\n",
            "    Sort: { type: object, description: New. }\n    Kind:\n",
            ADDITIVE,
            "the class Sort is new"),
        // What nobody is bound by.
        change("name: Minka", "name: Tom", COSMETIC, "the example OnePet reads differently"),
        change(
            "description: Lists pets.",
            "description: Lists.",
            COSMETIC,
            "GET /pets: description reads differently"),
        change("version: 1.0.0", "version: 1.0.1", COSMETIC, "\"info\" reads differently"));
  }

  private static Arguments change(String part, String to, Impact impact, String... told) {
    return Arguments.of(part, to, impact, List.of(told));
  }

  @ParameterizedTest(name = "{3}")
  @MethodSource("changes")
  void tellsEachChange(String part, String to, Impact impact, List<String> told) {
    List<SpecChange> changes = SpecText.good().with(part, to).changes();

    assertThat(changes).isNotEmpty();
    assertThat(changes.get(0).impact()).as("%s", changes).isEqualTo(impact);
    for (String text : told) {
      assertThat(changes).anySatisfy(change -> assertThat(change.text()).contains(text));
    }
    assertThat(changes)
        .allSatisfy(change -> assertThat(change.place()).matches("(old|new)\\.yaml:[0-9]+"));
  }

  @Test
  void tellsNothingOfTheSameSpec() {
    assertThat(SpecText.good().changes()).isEmpty();
  }

  @Test
  void tellsNothingOfAnotherOrderOrOfComments() {
    assertThat(
            SpecText.good()
                .with("tags:\n  - name: Pets", "# moved\ntags:\n  - name: Pets")
                .with("required: [list, hasMore]", "required: [hasMore, list]")
                .changes())
        .isEmpty();
  }

  @Test
  void namesTheLineOfTheNewFileOrOfTheOldOneForWhatIsGone() {
    SpecChange gone = SpecText.good().with(PHOTO, "").changes().get(0);
    SpecChange added =
        SpecText.good().with(PHOTO, PHOTO + PHOTO.replace("photo", "video")).changes().get(0);

    assertThat(gone.place()).startsWith("old.yaml:");
    assertThat(added.place())
        .isEqualTo("new.yaml:" + (Integer.parseInt(gone.place().substring(9)) + 1));
    assertThat(added).hasToString(added.place() + ": additive: Owner.video() is new (GET /pets)");
  }

  @Test
  void printsTheChangesOfTwoFilesByTheirPlacesInTheRepository(@TempDir Path folder)
      throws IOException {
    Path is = Files.createDirectories(folder.resolve("openapi")).resolve("api.yaml");
    Path was = Files.createDirectories(folder.resolve("openapi/baseline")).resolve("api.yaml");
    Files.writeString(was, SpecText.resource("/good.yaml"));
    Files.writeString(is, SpecText.resource("/good.yaml").replace(PHOTO, ""));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    SpecDiff.run(was, is, new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("openapi/baseline/api.yaml:", ": breaking: Owner.photo() is gone");
  }
}
