package com.ofauth.access.build.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SurvivorsTest {
  private static final String LIST = "survivors.txt";
  private static final String KEY = "http.Backoff.nanos MathMutator";

  private final Path folder;
  private final Survivors survivors = new Survivors();

  SurvivorsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aSurvivorThatIsListedPasses() throws IOException {
    survivors.judge(
        report(alive("nanos"), dead(9)), List.of("# why", "1 " + KEY + "  equal"), LIST);

    assertThat(survivors.findings()).isEmpty();
    assertThat(survivors.notes()).isEmpty();
  }

  @Test
  void aNewSurvivorFailsWithTheLineThatWouldAllowIt() throws IOException {
    survivors.judge(
        report(alive("nanos"), alive("nanos"), dead(20)), List.of("1 " + KEY + "  equal"), LIST);

    assertThat(survivors.findings())
        .containsExactly(
            "1 new survivor in "
                + KEY
                + ", in the lines [7, 7]: write the test that kills it, or add to survivors.txt the"
                + " line \"2 "
                + KEY
                + "  why it may survive\"");
  }

  @Test
  void aLambdaIsKnownWhateverItsNumber() throws IOException {
    survivors.judge(
        report(alive("lambda$nanos$13"), dead(9)),
        List.of("1 http.Backoff.lambda$nanos MathMutator  equal"),
        LIST);

    assertThat(survivors.findings()).isEmpty();
  }

  @Test
  void aLineWithoutAReasonFails() throws IOException {
    survivors.judge(report(dead(1)), List.of("1 " + KEY + " ", "0 " + KEY + "  none"), LIST);

    assertThat(survivors.findings())
        .hasSize(2)
        .allSatisfy(finding -> assertThat(finding).contains("has to be \"COUNT CLASS.METHOD"));
  }

  @Test
  void aLineThatIsThereTwiceFails() throws IOException {
    survivors.judge(report(dead(1)), List.of("1 " + KEY + "  a", "2 " + KEY + "  b"), LIST);

    assertThat(survivors.findings()).containsExactly("survivors.txt:2 is there twice: " + KEY);
  }

  @Test
  void moreThanFifteenPercentFailEvenWhereAllAreListed() throws IOException {
    survivors.judge(report(alive("nanos"), dead(5)), List.of("1 " + KEY + "  equal"), LIST);

    assertThat(survivors.findings()).containsExactly("1 of 6 mutants survived, more than 15 %");
  }

  @Test
  void aRunThatMadeNoMutantProvesNothing() throws IOException {
    survivors.judge(report(), List.of(), LIST);

    assertThat(survivors.findings()).containsExactly("PIT has made no mutant: nothing is proven");
    assertThatThrownBy(() -> PitReport.read(folder.resolve("missing.xml")))
        .hasMessageContaining("PIT has written no report");
  }

  @Test
  void whatIsKilledByNowIsTold() throws IOException {
    String table = survivors.judge(report(dead(4)), List.of("1 " + KEY + "  equal"), LIST);

    assertThat(survivors.findings()).isEmpty();
    assertThat(survivors.notes())
        .containsExactly("survivors.txt allows 1 of " + KEY + ", of which 0 survived");
    assertThat(table).containsPattern("http +4 +0  0.0 %");
  }

  private List<PitReport.Mutant> report(String... mutations) throws IOException {
    Path file = folder.resolve("mutations.xml");
    Files.writeString(file, "<mutations>" + String.join("", mutations) + "</mutations>");
    return PitReport.read(file);
  }

  private static String alive(String method) {
    return mutation(method, false);
  }

  private static String dead(int count) {
    return Stream.generate(() -> mutation("nanos", true)).limit(count).reduce("", String::concat);
  }

  private static String mutation(String method, boolean detected) {
    return "<mutation detected='"
        + detected
        + "' status='X'><mutatedClass>com.ofauth.access.internal.http.Backoff</mutatedClass>"
        + "<mutatedMethod>"
        + method
        + "</mutatedMethod><lineNumber>7</lineNumber>"
        + "<mutator>org.pitest.mutationtest.engine.gregor.mutators.MathMutator</mutator></mutation>";
  }
}
