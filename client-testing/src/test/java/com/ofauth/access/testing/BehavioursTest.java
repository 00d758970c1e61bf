package com.ofauth.access.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of behaviours names tests that there are, and every fault. */
final class BehavioursTest {

  private static final Pattern BEHAVIOUR = Pattern.compile("(?m)^- .*\\n(?:  .*\\n)*");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  private static String list = "";

  @BeforeAll
  static void read() throws IOException {
    list = Files.readString(Path.of("../docs/provider.md"));
  }

  @Test
  void namesATestForEachBehaviour() {
    assertThat(BEHAVIOUR.matcher(list).results().map(MatchResult::group))
        .hasSizeGreaterThan(40)
        .allSatisfy(behaviour -> assertThat(behaviour).containsPattern(TEST));
    assertThat(TEST.matcher(list).results())
        .allSatisfy(
            test -> assertThat(isTest(test.group(1), test.group(2))).as(test.group()).isTrue());
  }

  static Stream<String> faults() {
    return Stream.of(AnswerFault.class, PageFault.class, WireFault.class, RetryAfter.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(
            method ->
                Modifier.isStatic(method.getModifiers())
                    && Modifier.isPublic(method.getModifiers()))
        .map(Method::getName)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void namesEachFault(String fault) {
    assertThat(list).contains("`" + fault + "`");
  }

  private static boolean isTest(String type, String name) {
    try {
      return List.of(Class.forName("com.ofauth.access.testing." + type).getDeclaredMethods())
          .stream()
          .anyMatch(
              method -> method.getName().equals(name) && method.getReturnType() == void.class);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
