package com.ofauth.access.contract;

import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.Provider;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The two pacts, as they are written. */
@SuppressWarnings("ImmutableEnumChecker") // the cases are made once and not changed
public enum Pacts {
  STRICT("ofauth-access-java", Contracts.strict()),
  LIVE("ofauth-access-java-live", Contracts.live());

  static final String PROVIDER = "ofauth-access-api";

  /** Where the accepted pacts are. Tests run in the folder of their module. */
  static final Path FOLDER = Path.of("pacts");

  private final String consumer;
  private final List<ContractCase> cases;

  Pacts(String consumer, List<ContractCase> cases) {
    this.consumer = consumer;
    this.cases = cases;
  }

  String consumer() {
    return consumer;
  }

  List<ContractCase> cases() {
    return cases;
  }

  Path file() {
    return FOLDER.resolve(consumer + "-" + PROVIDER + ".json");
  }

  V4Pact pact() {
    return pact(cases.stream().map(ContractCase::interaction));
  }

  /** A pact for the mock server: what it answers is the whole example. */
  V4Pact played(List<ContractCase> some) {
    return pact(some.stream().map(ContractCase::played));
  }

  private V4Pact pact(Stream<V4Interaction.SynchronousHttp> interactions) {
    V4Pact pact = new V4Pact(new Consumer(consumer), new Provider(PROVIDER));
    interactions.forEach(one -> pact.getInteractions().add(one.withGeneratedKey()));
    return pact;
  }

  /** The text of the pact's file: the same in each run, on each machine. */
  String text() {
    StringWriter text = new StringWriter();
    DefaultPactWriter.INSTANCE.writePact(
        pact().sortInteractions(), new PrintWriter(text), PactSpecVersion.V4);
    ObjectNode json = (ObjectNode) Json.parse(text.toString());
    // The version of the tool is no part of the contract.
    ((ObjectNode) json.path("metadata")).remove(List.of("pact-jvm"));
    return Json.pretty(json);
  }

  /** A response as a pact's file has it. */
  public static JsonNode response(V4Interaction.SynchronousHttp one) {
    return Json.parse(
            au.com.dius.pact.core.support.Json.toJson(one.toMap(PactSpecVersion.V4)).serialise())
        .path("response");
  }

  /** The pact as a verifier reads it. */
  public V4Pact reread() {
    return (V4Pact) DefaultPactReader.INSTANCE.loadPact(text());
  }

  /** What the tests say, as a verifier would read it. */
  List<V4Interaction.SynchronousHttp> interactions() {
    return Interactions.of(reread());
  }

  /** What was accepted. */
  List<V4Interaction.SynchronousHttp> committed() {
    return Interactions.of((V4Pact) DefaultPactReader.INSTANCE.loadPact(file().toFile()));
  }
}
