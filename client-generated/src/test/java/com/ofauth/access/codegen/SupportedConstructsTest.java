package com.ofauth.access.codegen;

import static com.ofauth.access.internal.json.JsonAssertions.assertRoundTrip;
import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.supported.api.ThingsApi;
import com.ofauth.access.supported.model.Composed;
import com.ofauth.access.supported.model.Either;
import com.ofauth.access.supported.model.Kind;
import com.ofauth.access.supported.model.Supported;
import com.ofauth.access.supported.model.SupportedModels;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Request;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** What the README of the document says to be supported. That it compiles is half of the test. */
class SupportedConstructsTest {
  private static final Path DOCUMENT = Path.of("src/test/awkward/supported.yaml");
  private static final Path GENERATED =
      Path.of(
          "target/generated-test-sources/supported/src/main/java/com/ofauth/access/supported/model");
  private static final Pattern ROW = Pattern.compile("(?m)^- `(\\{.*) }`:\\s+`(.*)`$");

  static List<Arguments> rows() throws IOException {
    String readme = Files.readString(Path.of("../openapi/README.md"));
    String list = readme.substring(readme.indexOf("### Supported"), readme.indexOf("### Refused"));
    return ROW.matcher(list)
        .results()
        .map(row -> Arguments.of(row.group(1), row.group(2)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void becomesTheTypeThatTheReadmeSays(String schema, String type) throws IOException {
    Matcher property =
        Pattern.compile(
                "^ {8}_?(\\w+): " + Pattern.quote(schema) + "(, description: D\\.)? }$",
                Pattern.MULTILINE)
            .matcher(Files.readString(DOCUMENT));

    assertThat(property.find()).as("a property with the schema %s", schema).isTrue();
    assertThat(GENERATED.resolve("Supported.java"))
        .content()
        .containsPattern(
            "public (@Nullable )?"
                + Pattern.quote(type)
                + " _?"
                + property.group(1)
                + "\\(\\) \\{");
  }

  @Test
  @SuppressWarnings("deprecation")
  void isReadAndWritten() {
    Supported supported =
        assertRoundTrip(
            Supported.class,
            """
            {"text":"t","bytes":"YQ==","binary":"b","dateTime":"2024-01-15T10:30:00Z","date":"2024-01-15","uuid":"u","uri":"u",
             "small":1,"large":9223372036854775807,"largeOrNull":null,"decimal":1.50,"aDouble":0.1,"flag":true,
             "gaps":["a",null],"set":["a","a"],"rows":[[1],[]],"kinds":["a","new"],"map":{"a":"b"},"lists":{"a":[{"id":1}]},
             "freeObject":{"a":null},"openObject":{"a":[1e400]},"anything":null,"leaf":{"id":1,"new":{}},
             "leafOrNull":null,"kind":"d e","either":{"id":1,"other":"o","own":"w","third":null},
             "composed":{"id":2,"other":"o","own":"w","third":"t"},"self":{"self":{}},"texts":[null,"a"],
             "longs":{"a":9223372036854775807},"textOrNull":null,"class":"c","get":"g","hashCode":"h","builder":"b",
             "240":"n","_view":"v","$ref_":"r","a b":"x","a-c":"y","a.d":"z"}
            """);

    assertThat(supported.additionalProperties()).isEmpty();
    assertThat(supported.kind()).isEqualTo(Kind.D_E);
    assertThat(supported.either().asComposed().map(Composed::third)).isEmpty();
    assertThat(supported.largeOrNull()).isNull();
    assertThat(supported._class() + supported.get() + supported._hashCode() + supported._builder())
        .isEqualTo("cghb");
    for (String json :
        List.of("true", "7", "\"t\"", "{\"id\":1,\"other\":\"o\",\"own\":\"w\",\"third\":null}")) {
      assertRoundTrip(Either.class, json);
    }
  }

  @Test
  @SuppressWarnings("deprecation")
  void isSent() throws IOException {
    ThingsApi api =
        new Retrofit.Builder()
            .baseUrl("http://localhost/")
            .addConverterFactory(MoshiConverterFactory.create(SupportedModels.moshi()))
            .validateEagerly(true)
            .build()
            .create(ThingsApi.class);

    Request get =
        api.get("key", 7L, "a b", "b_c", new BigDecimal("1.5"), true, Map.of("more", "m"))
            .request();
    Composed composed = Composed.builder().id(1L).other("o").own("w").third(null).build();
    Request put = api.hashCode("key", 7L, composed, Map.of()).request();
    Buffer body = new Buffer();
    put.body().writeTo(body);

    assertThat(get.url())
        .hasToString(
            "http://localhost/things/7/parts_1?class=a%20b&kind=b_c&1st=1.5&_flag=true&more=m");
    assertThat(get.header("x-api-key")).isEqualTo("key");
    assertThat(put.method() + " " + put.url()).isEqualTo("PUT http://localhost/things/7/parts_1");
    assertThat(body.readUtf8()).isEqualTo(composed.toJson());
  }
}
