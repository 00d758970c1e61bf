package com.ofauth.access.codegen;

import static com.ofauth.access.internal.json.JsonAssertions.assertRoundTrip;
import static com.ofauth.access.internal.json.JsonAssertions.read;
import static com.ofauth.access.internal.json.JsonAssertions.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.ofauth.access.awkward.model.Derived;
import com.ofauth.access.awkward.model.DerivedTwice;
import com.ofauth.access.awkward.model.Documented;
import com.ofauth.access.awkward.model.FreeForm;
import com.ofauth.access.awkward.model.Kind;
import com.ofauth.access.awkward.model.KindOrNull;
import com.ofauth.access.awkward.model.Kinds;
import com.ofauth.access.awkward.model.Leaf;
import com.ofauth.access.awkward.model.ModelSwitch;
import com.ofauth.access.awkward.model.Names;
import com.ofauth.access.awkward.model.Nested;
import com.ofauth.access.awkward.model.OnlyOptional;
import com.ofauth.access.awkward.model.Others;
import com.ofauth.access.awkward.model.Scalars;
import com.ofauth.access.awkward.model.SnakeCaseSchema;
import com.ofauth.access.awkward.model.Tree;
import com.ofauth.access.awkward.model.Unions;
import com.ofauth.access.awkward.model.UnionsInline;
import com.ofauth.access.awkward.model.Wide;
import com.ofauth.access.many.model.Many;
import com.ofauth.access.model.Deviation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the templates make of awkward documents. That it compiles is half of the test. */
class AwkwardSpecTest {
  private static final String SCALARS =
      """
      {"anInt":1,"aLong":2,"aBoolean":true,"aDecimal":1.50,"aText":"x","aKind":"a b","anIntOrNull":null,
       "aLongOrNull":null,"aBooleanOrNull":null,"aDecimalOrNull":null,"aTextOrNull":null,"aKindOrNull":null}
      """;

  @Test
  void nestsArraysAndMaps() {
    Nested nested =
        assertRoundTrip(
            Nested.class,
            """
            {"leaf":{},"leaves":[{"a":"1"},{}],"rows":[[1,2],[],[9223372036854775807]],"smallRows":[[1,null]],
             "byName":{"x":[{"a":"2"}],"":[]},"byTwoNames":{"x":{"y":{"a":"3"}}},"gaps":["a",null],
             "modelGaps":[null,{"a":"4"}],"rowGaps":[null,[true,null]],"mapGaps":{"a":null,"b":"c"},"set":["b","a","b"],
             "namedList":["x"],"namedMap":{"m":{}},"namedText":"t","inline":{"deep":{"er":"5"}},"inlineItems":[{"x":"6"}],
             "inlineValues":{"v":{"x":"7"}},"nullableModel":null,"otherwiseNullableModel":null}
            """);

    assertThat(nested.rows().get(2)).containsExactly(Long.MAX_VALUE);
    assertThat(nested.byName().get("x").get(0).a()).isEqualTo("2");
    assertThat(nested.byTwoNames().get("x").get("y").a()).isEqualTo("3");
    assertThat(nested.gaps()).containsExactly("a", null);
    assertThat(nested.rowGaps().get(1)).containsExactly(true, null);
    assertThat(nested.mapGaps()).containsEntry("a", null);
    assertThat(nested.set()).containsExactly("b", "a", "b");
    assertThat(nested.inline().deep().er()).isEqualTo("5");
    assertThatThrownBy(() -> nested.rows().get(0).add(1L))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(nested.byTwoNames().get("x")::clear)
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'leaf':null}             | $.leaf: an object, null",
        "{'rows':[[1],[2,'3']]}    | $.rows[1][1]: an integer, a text",
        "{'rows':[null]}           | $.rows[0]: an array, null",
        "{'smallRows':[[0,2147483648]]} | $.smallRows[0][1]: an integer, an integer of more than 32"
            + " bits",
        "{'byName':{'x':[{'a':true}]}} | $.byName.x[0].a: a text, a boolean",
        "{'byName':{'x':[],'x':[]}} | $.byName.x: one value, two values",
        "{'leaves':[{},null]}      | $.leaves[1]: an object, null",
        "{'byTwoNames':{'x':[],'y':{'z':5}}} | $.byTwoNames.x: an object, an array",
        "{'byTwoNames':{'x':[],'y':{'z':5}}} | $.byTwoNames.y.z: an object, a number",
        "{'mapGaps':{'a':5,'b':[]}} | $.mapGaps.b: a text, an array",
        "{'rowGaps':[[1,'x']]}     | $.rowGaps[0][1]: a boolean, a text",
      })
  void namesThePathThroughArraysAndMaps(String json, String deviation) {
    String text = json.replace('\'', '"');
    Nested nested = read(Nested.class, text);

    assertThat(nested.deviations())
        .extracting(found -> found.path() + ": " + found.expected() + ", " + found.found())
        .contains(deviation);
    assertThat(tree(nested.toJson())).isEqualTo(tree(text));
    assertThat(read(Nested.class, nested.toJson())).isEqualTo(nested);
  }

  @Test
  void copiesNestedCollectionsDeeply() {
    List<Long> row = new ArrayList<>(List.of(1L));
    Nested nested =
        Nested.builder()
            .leaf(Leaf.builder().build())
            .leaves(List.of())
            .rows(List.of(row))
            .smallRows(List.of(Arrays.asList(1, null)))
            .byName(Map.of())
            .build();
    row.add(2L);

    assertThat(nested.rows()).containsExactly(List.of(1L));
    assertThat(nested.smallRows().get(0)).containsExactly(1, null);
  }

  @Test
  void readsSchemasThatHoldThemselves() {
    Tree tree =
        assertRoundTrip(
            Tree.class,
            """
            {"children":[{"children":[]},{"children":[{"children":[],"other":{"tree":{"children":[]}}}]}],
             "parent":{"children":[]}}
            """);

    assertThat(tree.children().get(1).children().get(0).other().tree().children()).isEmpty();
  }

  @Test
  void boundsTheDepthOfSchemasThatHoldThemselves() {
    assertThatThrownBy(() -> read(Tree.class, "{\"children\":[".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Nesting too deep at $.children[0]");
  }

  @Test
  void composesAllOf() {
    Derived derived = assertRoundTrip(Derived.class, "{\"id\":1,\"both\":\"b\",\"extra\":\"e\"}");
    DerivedTwice twice =
        assertRoundTrip(
            DerivedTwice.class,
            "{\"id\":1,\"both\":\"b\",\"extra\":\"e\",\"a\":\"a\",\"third\":\"t\"}");

    assertThat(derived.id() + derived.both() + derived.extra()).isEqualTo("1be");
    assertThat(twice.id() + twice.both() + twice.extra() + twice.a() + twice.third())
        .isEqualTo("1beat");
    for (String name : List.of("id", "both", "extra")) {
      String without =
          "{\"id\":1,\"both\":\"b\",\"extra\":\"e\"}".replace("\"" + name + "\"", "\"x\"");
      assertThat(read(DerivedTwice.class, without).deviations())
          .extracting(Deviation::path)
          .containsExactly("$." + name);
    }
  }

  @Test
  void keepsFreeFormJsonAnywhere() {
    FreeForm freeForm =
        assertRoundTrip(
            FreeForm.class,
            """
            {"required":null,"requiredObject":{"a":null},"nullable":[],"named":1.10,"object":{"a":[1]},
             "nullableObject":null,"namedObject":{},"list":[null,{},1e400],"objects":[{"a":{}}],
             "map":{"a":null,"b":12345678901234567890},"mapOfObjects":{"a":{"b":1}},"rows":[[null],[]]}
            """);

    assertThat(freeForm.required()).isNull();
    assertThat(freeForm.named()).isEqualTo(new BigDecimal("1.10"));
    assertThat(freeForm.objects().get(0).get("a")).isEqualTo(Map.of());
  }

  @Test
  void copiesAndNormalisesFreeFormJsonAnywhere() {
    FreeForm freeForm =
        FreeForm.builder()
            .required(1)
            .requiredObject(Map.of("a", 1))
            .list(Arrays.asList(1, null))
            .objects(List.of(Map.of("a", 1.5f)))
            .rows(List.of(List.of((short) 1)))
            .build();

    assertThat(freeForm.required()).isEqualTo(1L);
    assertThat(freeForm.requiredObject()).isEqualTo(Map.of("a", 1L));
    assertThat(freeForm.objects()).isEqualTo(List.of(Map.of("a", new BigDecimal("1.5"))));
    assertThat(read(FreeForm.class, freeForm.toJson())).isEqualTo(freeForm);
    assertThatThrownBy(() -> FreeForm.builder().list(List.of(new Object())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void freeFormObjectsAreObjects() {
    FreeForm none = read(FreeForm.class, "{\"required\":1,\"requiredObject\":5}");

    assertThatThrownBy(none::requiredObject)
        .hasMessage("Expected an object but was a number at path $.requiredObject");
    assertThat(read(FreeForm.class, "{\"required\":1,\"requiredObject\":[]}").requiredObject())
        .isEmpty();
  }

  @Test
  void readsEveryScalar() {
    Scalars scalars =
        assertRoundTrip(
            Scalars.class,
            SCALARS.replace(
                "}",
                """
                ,"optionalInt":null,"optionalLong":null,"optionalBoolean":false,"optionalKind":null,"otherKind":"photo",
                 "aDouble":0.1,"aFloat":3.4028235e39,"aDate":"2024-01-15","aDateTime":"2024-01-15T10:30:00+00:00",
                 "aUuid":"no uuid","aUri":"%","aMail":"","aPassword":"p","bytes":"_-","binary":"","decimalInText":"1.50",
                 "localDateTime":"2024-01-15T10:30:00","localTime":"10:30","aChar":"cc",
                 "unknownFormat":"h","anOld":"o","anOldKind":"class","anOldLeaf":{}}
                """));

    assertThat(scalars.aDecimal()).isEqualTo(new BigDecimal("1.50"));
    assertThat(scalars.aDouble()).isEqualTo(new BigDecimal("0.1"));
    assertThat(scalars.aKind()).isEqualTo(Kind.A_B);
    assertThat(scalars.aKindOrNull()).isNull();
    assertThat(scalars.otherKind()).isEqualTo(Kind.PHOTO);
    assertThat(scalars.aDateTime()).isEqualTo("2024-01-15T10:30:00+00:00");
    assertThat(scalars.decimalInText()).isEqualTo("1.50");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anIntOrNull",
        "aLongOrNull",
        "aBooleanOrNull",
        "aDecimalOrNull",
        "aTextOrNull",
        "aKindOrNull"
      })
  void aRequiredPropertyThatMayBeNullMayNotBeAbsent(String name) {
    assertThat(read(Scalars.class, SCALARS.replace(name, "x")).deviations())
        .extracting(Deviation::path, Deviation::found)
        .containsExactly(tuple("$." + name, "nothing"));
  }

  @Test
  void aBuilderWantsRequiredNullsToBeSaid() {
    Scalars.Builder builder =
        Scalars.builder()
            .anInt(1)
            .aLong(2)
            .aBoolean(true)
            .aDecimal(new BigDecimal("1.50"))
            .aText("x")
            .aKind("a b");

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Scalars lacks required properties: anIntOrNull, aLongOrNull, aBooleanOrNull,"
                + " aDecimalOrNull, aTextOrNull, aKindOrNull");
    builder
        .anIntOrNull(null)
        .aLongOrNull(null)
        .aBooleanOrNull(null)
        .aDecimalOrNull(null)
        .aTextOrNull(null)
        .aKindOrNull((String) null);
    assertThat(builder.build()).isEqualTo(read(Scalars.class, SCALARS));
  }

  @Test
  void keepsIntegersInQuotesAsTheyCame() {
    assertRoundTrip(
        Scalars.class,
        SCALARS
            .replace("\"anInt\":1", "\"anInt\":\"-1\"")
            .replace("\"aLong\":2", "\"aLong\":\"9223372036854775807\"")
            .replace("\"anIntOrNull\":null", "\"anIntOrNull\":\"0\""));
  }

  @Test
  void namesEnumConstantsThatWouldCollideOrBeNoNames() {
    assertThat(Kind.values())
        .extracting(Kind::value)
        .containsExactly(
            "photo",
            "video-file",
            "video_file",
            "240",
            "",
            "a b",
            "CLASS",
            "class",
            "ünicode",
            "unknown_to_sdk_version2",
            "UNKNOWN_TO_SDK_VERSION");
    assertThat(Kind.values()).allMatch(kind -> Kind.fromValue(kind.value()) == kind);
    assertThat(KindOrNull.fromValue("photo")).isEqualTo(KindOrNull.PHOTOGRAPH);
  }

  @Test
  void givesEnumsWithinCollectionsAsTexts() {
    Kinds kinds =
        assertRoundTrip(
            Kinds.class,
            """
            {"list":["photo","hologram"],"map":{"a":["240"]},"gaps":[null,"photo"],"inline":"z","inlineList":["x","z"]}
            """);

    assertThat(kinds.list()).containsExactly("photo", "hologram");
    assertThat(kinds.inline()).isEqualTo("z");
  }

  @Test
  void tellsTheMembersOfAUnionApart() {
    Unions unions =
        assertRoundTrip(
            Unions.class,
            "{\"switch\":\"on\",\"wide\":{\"a\":\"x\",\"b\":1},\"inline\":1.50,\"list\":[true,\"\"]}");

    assertThat(unions._switch().asString()).contains("on");
    assertThat(unions.wide().asLeaf().map(Leaf::a)).contains("x");
    assertThat(unions.wide().isLong()).isFalse();
    assertThat(unions.inline()).isEqualTo(UnionsInline.of(new BigDecimal("1.50")));
    assertThat(unions.list()).containsExactly(ModelSwitch.of(true), ModelSwitch.of(""));
    assertThat(assertRoundTrip(Wide.class, "9223372036854775807").asLong())
        .contains(Long.MAX_VALUE);
    assertThatThrownBy(() -> read(Wide.class, "[]"))
        .hasMessage("Expected an integer or an object or a text but was an array at path $");
    assertThatThrownBy(() -> read(Wide.class, "1.5"))
        .hasMessage("Expected an integer but was a number with a fraction at path $");
  }

  @Test
  void keepsEveryPropertyApartWhateverItsName() throws IOException {
    String json = namesOfEveryProperty();
    Names names = assertRoundTrip(Names.class, json);

    assertThat(names.additionalProperties()).isEmpty();
    assertThat(names._class()).isEqualTo("class");
    assertThat(names._toString()).isEqualTo("toString");
    assertThat(names._240()).isEqualTo("240");
    assertThat(names.toBuilder().build()).isEqualTo(names).hasSameHashCodeAs(names);
    assertThat(names.toBuilder().other("x").build()).isNotEqualTo(names);
    assertThat(names.toBuilder().that("x").build()).isNotEqualTo(names);
  }

  @Test
  void keepsUnknownPropertiesWhateverTheSchemaSaysOfThem() {
    Others others =
        assertRoundTrip(
            Others.class,
            "{\"none\":{\"b\":1},\"free\":{\"b\":[]},\"typed\":{\"b\":2,\"c\":\"no number\"}}");

    assertThat(others.typed().additionalProperties()).isEqualTo(Map.of("b", 2L, "c", "no number"));
  }

  @Test
  void takesMorePropertiesThanAConstructorCanTake() {
    String json =
        IntStream.range(0, 300)
            .mapToObj(i -> "\"p%03d\":%s".formatted(i, List.of("\"t\"", i, "null").get(i % 3)))
            .collect(Collectors.joining(",", "{", "}"));
    Many many = assertRoundTrip(Many.class, json);

    assertThat(many.p298()).isEqualTo(298);
    assertThat(many.toBuilder().build()).isEqualTo(many);
    assertThat(read(Many.class, json.replace("p150", "q150")).deviations())
        .extracting(Deviation::path)
        .containsExactly("$.p150");
    Many odd =
        assertRoundTrip(Many.class, json.replace("\"p298\":298", "\"p298\":\"298\",\"p297\":null"));
    assertThat(odd.p298()).isEqualTo(298);
    assertThat(odd.p297()).isNull();
    assertThat(odd.deviations())
        .extracting(Deviation::path)
        .containsExactlyInAnyOrder("$.p298", "$.p297", "$.p297");
  }

  @Test
  void takesSmallSchemas() {
    assertRoundTrip(OnlyOptional.class, "{}");
    assertRoundTrip(SnakeCaseSchema.class, "{\"a\":\"x\"}");
    assertRoundTrip(Documented.class, "{\"documented\":null}");
  }

  /** The value of each property of Names that is text is its name. */
  private static String namesOfEveryProperty() throws IOException {
    String yaml = Files.readString(Path.of("src/test/awkward/awkward.yaml"));
    String schema = yaml.substring(yaml.indexOf("    Names:"), yaml.indexOf("    OnlyOptional:"));
    Matcher property =
        Pattern.compile("^        '?([^#]*?)'?: \\{ (type: )?(\\S+)", Pattern.MULTILINE)
            .matcher(schema);
    List<String> properties = new ArrayList<>();
    while (property.find()) {
      String name = property.group(1);
      String value =
          switch (property.group(3)) {
            case "string" -> "\"" + name + "\"";
            case "integer," -> "7";
            case "boolean" -> "true";
            case "array," -> "[\"" + name + "\"]";
            default -> "{\"a\":\"" + name + "\"}";
          };
      properties.add("\"" + name + "\":" + value);
    }
    assertThat(properties).hasSize(51);
    return "{" + String.join(",", properties) + "}";
  }
}
