package com.ofauth.access.internal.json;

import static com.ofauth.access.internal.json.JsonAssertions.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class FreeFormTest {
  @Test
  void readsIntegersAsLong() {
    assertThat(tree("[0, -0, 12, 9223372036854775807, -9223372036854775808]"))
        .isEqualTo(List.of(0L, 0L, 12L, Long.MAX_VALUE, Long.MIN_VALUE));
  }

  @Test
  void readsIntegersPastLongAsBigInteger() {
    assertThat(tree("[9223372036854775808, 123456789012345678901234567890]"))
        .isEqualTo(
            List.of(
                new BigInteger("9223372036854775808"),
                new BigInteger("123456789012345678901234567890")));
  }

  @Test
  void readsOtherNumbersAsBigDecimalWithEveryDigit() {
    assertThat(tree("[0.1, 1.0, 1e5, 1E-7, 3.14159265358979323846264338327950288]"))
        .isEqualTo(
            List.of(
                new BigDecimal("0.1"),
                new BigDecimal("1.0"),
                new BigDecimal("1e5"),
                new BigDecimal("1E-7"),
                new BigDecimal("3.14159265358979323846264338327950288")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "\"\\u0000\\\"\\u2028 \uD83C\uDF89\"",
        "9223372036854775808",
        "1E+400",
        "3.14159265358979323846264338327950288",
        "{\"a\":[{},[],null,false,{\"\":null}]}"
      })
  void writesWhatItRead(String json) throws IOException {
    Buffer buffer = new Buffer();
    JsonWriter writer = JsonWriter.of(buffer);
    writer.setSerializeNulls(true);
    FreeForm.write(writer, tree(json));

    assertThat(buffer.readUtf8()).isEqualTo(json);
  }

  @Test
  void givesUnmodifiableCollections() {
    List<?> list = (List<?>) tree("[{\"a\": 1}]");

    assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(((Map<?, ?>) list.get(0))::clear)
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void takes255Levels() {
    assertThat(tree("[".repeat(255) + "]".repeat(255))).isInstanceOf(List.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void refusesMoreThan255Levels(String opening) {
    assertThatThrownBy(() -> tree(opening.repeat(100_000)))
        .isInstanceOf(JsonDataException.class)
        .hasMessageStartingWith("Nesting too deep at $");
  }

  @Test
  void ofAKeyThatComesTwiceTheLastValueCounts() {
    assertThat(tree("{\"a\": [{\"b\": 1, \"b\": 2}]}"))
        .isEqualTo(Map.of("a", List.of(Map.of("b", 2L))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e1001", "1e-1001", "1e99999999999", "-0.1e1002"})
  void keepsTheTextOfANumberOfMoreThan1000Digits(String literal) {
    Object number = tree(literal);

    assertThat(number).isInstanceOf(RawNumber.class).hasToString(literal).isEqualTo(tree(literal));
  }

  @Test
  void computesWithANumberOfAtMost1000Digits() {
    assertThat(tree("1".repeat(1000))).isEqualTo(new BigInteger("1".repeat(1000)));
    assertThat(tree("1".repeat(1001))).isInstanceOf(RawNumber.class);
    assertThat(tree("1e1000")).isEqualTo(new BigDecimal("1e1000"));
  }

  @Test
  void copiesNumbersAsTheyWouldBeRead() {
    List<?> numbers =
        JsonCopies.copyFreeForm(
            Arrays.<Object>asList(
                (byte) 1,
                (short) 2,
                3,
                4L,
                BigInteger.valueOf(5),
                1.5f,
                0.1,
                new BigDecimal("1.00"),
                null));

    assertThat(numbers)
        .isEqualTo(
            Arrays.<Object>asList(
                1L,
                2L,
                3L,
                4L,
                5L,
                new BigDecimal("1.5"),
                new BigDecimal("0.1"),
                new BigDecimal("1.00"),
                null));
  }

  @Test
  void refusesToCopyWhatIsNotJson() {
    assertThatThrownBy(() -> JsonCopies.copyFreeForm(List.of(Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a JSON number: NaN");
    assertThatThrownBy(() -> JsonCopies.copyFreeForm(Map.of("a", new StringBuilder("secret"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a JSON value: java.lang.StringBuilder");
    assertThatThrownBy(() -> JsonCopies.copyFreeForm(Map.of(1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A name in a JSON object has to be a String");
  }

  @Test
  void refusesToCopyAListThatHoldsItself() {
    Object[] self = new Object[1];
    self[0] = Arrays.<Object>asList(self);

    assertThatThrownBy(() -> JsonCopies.copyFreeForm(self[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("More than 255 nested lists and maps");
  }
}
