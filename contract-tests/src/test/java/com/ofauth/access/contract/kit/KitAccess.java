package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Opens to the tests of the contracts what the kit keeps to itself. */
public final class KitAccess {
  private KitAccess() {}

  /**
   * What the kit takes for the body of a response.
   *
   * @param response of an interaction in a pact's file
   */
  public static Rules rulesOf(JsonNode response) {
    BodyRules rules =
        new BodyRules(response.at("/body/content"), response.at("/matchingRules/body"));
    return body -> rules.faults(body).isEmpty();
  }

  /** Says whether a body is as expected. */
  @FunctionalInterface
  public interface Rules {
    boolean accepts(JsonNode body);
  }

  /** A body without null in the place of a list or an object, as the kit shows it to live rules. */
  public static JsonNode withoutNullContainers(String schema, JsonNode body) {
    return NullContainers.leftOut(Spec.bundled().schema(schema), body);
  }

  /** The same verification by another pact than that of the jar. */
  public static ContractVerification with(ContractVerification verification, JsonNode pact) {
    return verification.pact(pact);
  }

  /** What a run of the command line ended with, and printed. */
  public record Run(int exitCode, String output) {}

  /**
   * Runs the command line.
   *
   * @param service the server that is taken for the service itself
   */
  public static Run run(Map<String, String> environment, URI service, List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    Main main =
        new Main(environment, printed, time -> Objects.requireNonNull(time), List.of(service));
    int exitCode = main.run(arguments);
    return new Run(exitCode, out.toString(StandardCharsets.UTF_8));
  }
}
