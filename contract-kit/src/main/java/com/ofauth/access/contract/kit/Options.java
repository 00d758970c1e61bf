package com.ofauth.access.contract.kit;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The command line of the runnable jar. */
final class Options {
  static final String USAGE =
      """
      Usage: java -jar ofauth-access-contract-VERSION-all.jar verify [OPTIONS]
             java -jar ofauth-access-contract-VERSION-all.jar can-i-deploy \\
               --consumer-version V --environment NAME

      verify: does a provider keep the contract of the OFAuth Access API? The report has paths,
      kinds and counts, and no value of an answer.
      can-i-deploy: has the service in an environment of a Pact broker verified the live contract
      of a version of the SDK? Exit code: 0 yes, 1 no, 2 not known.

        --base-url URL          the provider; by default the service itself
        --strict                the strict contract, for a provider that can be put into states
        --state-url URL         with --strict: where to ask for a state
        --only ID,ID            these operations alone, such as listChats
        --junit FILE            writes a JUnit file
        --baseline FILE         what was seen so far: warns of what is new, and is written if missing
        --update-baseline       adds what is new to the baseline
        --coverage              lists what of the API was seen, and what never was
        --publish               tells a Pact broker the result; for the service itself only
        --consumer-version V    with --publish: the version of the SDK whose pact is verified
        --environment NAME      with --publish: the environment of the broker

      Environment: OFAUTH_API_KEY and OFAUTH_CONNECTION_ID (not with --strict);
      with --publish and can-i-deploy PACT_BROKER_BASE_URL and PACT_BROKER_TOKEN.

      Exit code of verify: 0 kept, 1 broken, 2 not verified.
      """;

  private static final Set<String> FLAGS =
      Set.of("--strict", "--update-baseline", "--coverage", "--publish");
  private static final Set<String> VALUES =
      Set.of(
          "--base-url",
          "--state-url",
          "--only",
          "--junit",
          "--baseline",
          "--consumer-version",
          "--environment");

  private final Map<String, String> given = new LinkedHashMap<>();

  /**
   * Reads the arguments after the command.
   *
   * @throws IllegalArgumentException with a message for people
   */
  private Options(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String name = arguments.get(i);
      if (FLAGS.contains(name)) {
        given.put(name, "");
      } else if (VALUES.contains(name)) {
        i++;
        check(i < arguments.size() && !arguments.get(i).startsWith("--"), name + " needs a value");
        given.put(name, arguments.get(i));
      } else {
        // What is no option could be a secret that was put in the wrong place.
        String shown = name.matches("--[a-z-]{1,30}") ? ": " + name : "";
        throw new IllegalArgumentException("unknown option" + shown);
      }
    }
  }

  /**
   * The options of {@code verify}.
   *
   * @throws IllegalArgumentException with a message for people
   */
  static Options ofVerify(List<String> arguments) {
    Options options = new Options(arguments);
    options.checkVerify();
    return options;
  }

  /**
   * The options of {@code can-i-deploy}.
   *
   * @throws IllegalArgumentException with a message for people
   */
  static Options ofCanIDeploy(List<String> arguments) {
    Options options = new Options(arguments);
    check(
        options.given.keySet().equals(Set.of("--consumer-version", "--environment")),
        "can-i-deploy needs --consumer-version and --environment, and nothing else");
    return options;
  }

  private void checkVerify() {
    check(!has("--strict") || has("--base-url"), "--strict needs --base-url");
    check(has("--strict") == has("--state-url"), "--strict and --state-url need each other");
    check(!has("--update-baseline") || has("--baseline"), "--update-baseline needs --baseline");
    check(!has("--publish") || !has("--strict"), "--publish is for the live contract");
    check(
        has("--publish") == has("--consumer-version") && has("--publish") == has("--environment"),
        "--publish, --consumer-version and --environment need each other");
  }

  boolean has(String name) {
    return given.containsKey(name);
  }

  String text(String name) {
    return given.getOrDefault(name, "");
  }

  @Nullable Path path(String name) {
    return has(name) ? Path.of(text(name)) : null;
  }

  /**
   * The URL of an option.
   *
   * @throws IllegalArgumentException if it is none
   */
  URI url(String name, URI other) {
    try {
      return has(name) ? new URI(text(name)) : other;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name + " is no URL", e);
    }
  }

  private static void check(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
