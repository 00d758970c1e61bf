package com.ofauth.access.build.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SurvivorsTest {
  private static final String KEY = "http.Backoff.nanos MathMutator";

  private final Path folder;

  SurvivorsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aSurvivorThatIsListedPasses() throws IOException {
    Survivors survivors = judged(List.of("# why", "1 " + KEY + "  equal"), alive("nanos"), dead(9));

    assertThat(survivors.findings()).isEmpty();
    assertThat(survivors.notes()).isEmpty();
  }

  @Test
  void aNewSurvivorFailsWithTheLineThatWouldAllowIt() throws IOException {
    Survivors survivors =
        judged(List.of("1 " + KEY + "  equal"), alive("nanos"), alive("nanos"), dead(20));

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
  void aMutantThatNoTestComesByIsASurvivor() throws IOException {
    Survivors survivors = judged(List.of(), mutation("nanos", "NO_COVERAGE"), dead(9));

    assertThat(survivors.findings())
        .singleElement()
        .asString()
        .startsWith("1 new survivor in " + KEY);
  }

  @Test
  void aLambdaIsKnownWhateverItsNumber() throws IOException {
    Survivors survivors =
        judged(
            List.of("1 http.Backoff.lambda$nanos MathMutator  equal"),
            alive("lambda$nanos$13"),
            dead(9));

    assertThat(survivors.findings()).isEmpty();
  }

  @Test
  void aLineWithoutAReasonFails() throws IOException {
    Survivors survivors =
        judged(List.of("1 " + KEY + " ", "0 " + KEY + "  none", "nothing in http.Layer"), dead(1));

    assertThat(survivors.findings())
        .hasSize(3)
        .allSatisfy(finding -> assertThat(finding).contains("has to be \"COUNT CLASS.METHOD"));
  }

  @Test
  void aLineThatIsThereTwiceFails() throws IOException {
    Survivors survivors = judged(List.of("1 " + KEY + "  a", "2 " + KEY + "  b"), dead(1));

    assertThat(survivors.findings()).containsExactly("survivors.txt:2 is there twice: " + KEY);
  }

  @Test
  void moreThanFifteenPercentFailEvenWhereAllAreListed() throws IOException {
    Survivors survivors = judged(List.of("1 " + KEY + "  equal"), alive("nanos"), dead(5));

    assertThat(survivors.findings())
        .containsExactly("1 of 6 mutants of http survived, more than 15 %");
  }

  @Test
  void aRunThatMadeNoMutantProvesNothing() throws IOException {
    assertThat(judged(List.of()).findings()).contains("PIT has made no mutant: nothing is proven");
    assertThatThrownBy(() -> PitReport.read(folder.resolve("missing.xml")))
        .hasMessageContaining("PIT has written no report");
  }

  @Test
  void aClassWithoutAMutantFailsUnlessThereIsNothingToMutate() throws IOException {
    SortedSet<String> targets = new TreeSet<>(List.of("http.Backoff", "http.Layer", "http.New"));

    assertThat(judged(targets, List.of("nothing in http.Layer  an interface"), dead(1)).findings())
        .containsExactly(
            "PIT has made no mutant of http.New: if there is nothing to mutate, add to"
                + " survivors.txt the line \"nothing in http.New  why\"");
  }

  @Test
  void aClassThatIsListedAsEmptyIsEmptyAndATarget() throws IOException {
    assertThat(
            judged(List.of("nothing in http.Backoff  a", "nothing in http.Gone  b"), dead(1))
                .findings())
        .containsExactly(
            "survivors.txt says that there is nothing to mutate in http.Backoff, which has mutants",
            "survivors.txt says that there is nothing to mutate in http.Gone, which is no target");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RUN_ERROR", "NOT_STARTED", "STARTED", "NON_VIABLE", "NEW_WORD"})
  void aMutantThatPitCouldNotRunFails(String status) throws IOException {
    assertThat(judged(List.of(), mutation("nanos", status), dead(1)).findings())
        .containsExactly("PIT was not able to run the mutant of " + KEY + " in the line 7");
  }

  @Test
  void whatIsKilledByNowIsTold() throws IOException {
    Survivors survivors = judged(List.of("1 " + KEY + "  equal"), dead(4));

    assertThat(survivors.findings()).isEmpty();
    assertThat(survivors.notes())
        .containsExactly("survivors.txt allows 1 of " + KEY + ", of which 0 survived");
  }

  @Test
  void theTableTellsWhatBecameOfTheMutantsOfEachPackage() throws IOException {
    String table =
        SurvivorTable.of(
            report(
                alive("nanos"),
                mutation("nanos", "NO_COVERAGE"),
                mutation("nanos", "TIMED_OUT"),
                dead(5)));

    assertThat(table)
        .contains(
            "| `http` | 8 | 5 | 1 | 1 | 1 | 25.0 % |", "| all | 8 | 5 | 1 | 1 | 1 | 25.0 % |");
  }

  @Test
  void theTargetsAreTheCompiledClassesThatThePatternsName() throws IOException {
    for (String file :
        List.of("limits/Rate", "limits/Rate$1", "limits/package-info", "http/Retry", "http/Send")) {
      Path compiled = folder.resolve("com/ofauth/access/internal/" + file + ".class");
      Files.createDirectories(compiled.getParent());
      Files.createFile(compiled);
    }

    assertThat(
            Targets.in(
                folder,
                List.of(
                    "com.ofauth.access.internal.limits.*",
                    " com.ofauth.access.internal.http.Retry")))
        .containsExactly("http.Retry", "limits.Rate");
  }

  private Survivors judged(List<String> lines, String... mutations) throws IOException {
    return judged(new TreeSet<>(List.of("http.Backoff")), lines, mutations);
  }

  private Survivors judged(SortedSet<String> targets, List<String> lines, String... mutations)
      throws IOException {
    Survivors survivors = new Survivors(lines, "survivors.txt");
    survivors.judge(report(mutations), targets);
    return survivors;
  }

  private List<PitReport.Mutant> report(String... mutations) throws IOException {
    Path file = folder.resolve("mutations.xml");
    Files.writeString(file, "<mutations>" + String.join("", mutations) + "</mutations>");
    return PitReport.read(file);
  }

  private static String alive(String method) {
    return mutation(method, "SURVIVED");
  }

  private static String dead(int count) {
    return Stream.generate(() -> mutation("nanos", "KILLED"))
        .limit(count)
        .reduce("", String::concat);
  }

  private static String mutation(String method, String status) {
    return "<mutation detected='unused' status='"
        + status
        + "'><mutatedClass>com.ofauth.access.internal.http.Backoff</mutatedClass>"
        + "<mutatedMethod>"
        + method
        + "</mutatedMethod><lineNumber>7</lineNumber>"
        + "<mutator>org.pitest.mutationtest.engine.gregor.mutators.MathMutator</mutator></mutation>";
  }
}
