package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said of a pact that has changed, until it is accepted. */
class PactDriftTest {
  private static final String FILE = "contract-tests/" + Pacts.LIVE.file();
  private static final String ACCEPTED = Pacts.LIVE.text();

  @Test
  void saysNothingOfAPactThatIsTheAcceptedOne() {
    assertThat(PactDrift.of(FILE, ACCEPTED, Pacts.LIVE.text())).isEmpty();
  }

  @Test
  void namesTheLineTheDifferenceAndTheCommandThatAccepts() {
    String fresh = ACCEPTED.replaceFirst("\"GET\"", "\"PUT\"");
    long line = ACCEPTED.substring(0, ACCEPTED.indexOf("\"GET\"")).lines().count();

    assertThat(PactDrift.of(FILE, ACCEPTED, fresh))
        .startsWith(FILE + ":" + line + ": the tests say something else; to accept it, run mvn ")
        .contains("-Dpacts.accept")
        .containsPattern("(?m)^-.*\"GET\"")
        .containsPattern("(?m)^[+].*\"PUT\"");
  }

  @Test
  void showsTheBeginningOfALongDifference() {
    assertThat(PactDrift.of(FILE, "", ACCEPTED))
        .startsWith(FILE + ":1: ")
        .contains("lines more; all of it: diff -u " + FILE)
        .hasLineCount(1 + 200 + 1);
  }

  @Test
  void noticesALineBreakAtTheEnd() {
    assertThat(PactDrift.of(FILE, ACCEPTED, ACCEPTED + "\n")).contains("-Dpacts.accept");
  }
}
