package com.ofauth.access.contract.kit;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The runnable jar. */
public final class Main {
  private static final String API_KEY = "OFAUTH_API_KEY";
  private static final String CONNECTION_ID = "OFAUTH_CONNECTION_ID";
  private static final String BASE_URL = "OFAUTH_BASE_URL";
  private static final String BROKER = "PACT_BROKER_BASE_URL";
  private static final String BROKER_TOKEN = "PACT_BROKER_TOKEN";
  private static final List<String> SECRETS = List.of(API_KEY, CONNECTION_ID, BROKER_TOKEN);

  private final Map<String, String> environment;
  private final PrintStream out;
  private final Waiting waiting;
  private final List<URI> service;

  /**
   * Makes a run.
   *
   * @param service the servers whose verification may be published
   */
  Main(Map<String, String> environment, PrintStream out, Waiting waiting, List<URI> service) {
    this.environment = environment;
    this.out = out;
    this.waiting = waiting;
    this.service = service;
  }

  /**
   * Runs the command line, and ends the JVM with its exit code: 0 kept, 1 broken, 2 not verified.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    Main main = new Main(System.getenv(), System.out, Waiting.REAL, Spec.bundled().servers());
    System.exit(main.run(List.of(arguments)));
  }

  /** Runs a command, and returns the exit code. */
  int run(List<String> arguments) {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      print(Options.USAGE);
      return Verdict.KEPT.exitCode();
    }
    try {
      List<String> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
      return switch (arguments.isEmpty() ? "" : arguments.get(0)) {
        case "verify" -> verify(Options.ofVerify(rest)).exitCode();
        case "can-i-deploy" -> canIDeploy(Options.ofCanIDeploy(rest));
        default -> throw new IllegalArgumentException("the command is verify or can-i-deploy");
      };
    } catch (IllegalArgumentException e) {
      print("Not verified: " + e.getMessage() + ".\n\n" + Options.USAGE);
    } catch (IOException e) {
      print(
          "Not verified: a file can't be written or read (" + e.getClass().getSimpleName() + ").");
    }
    return Verdict.NOT_VERIFIED.exitCode();
  }

  private Verdict verify(Options options) throws IOException {
    URI baseUrl = options.url("--base-url", serviceUrl());
    if (options.has("--publish") && !isService(baseUrl)) {
      throw new IllegalArgumentException(
          "--publish is for the service itself, never for a mock: its servers are " + service);
    }
    if (!options.has("--strict")
        && (secret(API_KEY).isEmpty() || secret(CONNECTION_ID).isEmpty())) {
      print("Not verified: set %s and %s in the environment.".formatted(API_KEY, CONNECTION_ID));
      return Verdict.NOT_VERIFIED;
    }
    if (options.has("--publish") && (secret(BROKER).isEmpty() || secret(BROKER_TOKEN).isEmpty())) {
      print("Not verified: set %s and %s in the environment.".formatted(BROKER, BROKER_TOKEN));
      return Verdict.NOT_VERIFIED;
    }
    ContractVerification verification =
        options.has("--strict")
            ? ContractVerification.strict(baseUrl, options.url("--state-url", baseUrl))
            : ContractVerification.live(baseUrl, secret(API_KEY), secret(CONNECTION_ID));
    if (options.has("--only")) {
      verification = verification.only(Set.of(options.text("--only").split(",")));
    }
    ContractReport report;
    try {
      report = verification.waiting(waiting).verify();
    } catch (RuntimeException e) {
      // Its message could quote an answer.
      print("Not verified: the verification itself failed (" + e.getClass().getName() + ").");
      return Verdict.NOT_VERIFIED;
    }
    print(report.toString());
    if (options.has("--coverage")) {
      report.seen().forEach(one -> print("  seen: " + one));
      report.neverSeen().forEach(one -> print("  never seen: " + one));
    }
    @Nullable Path junit = options.path("--junit");
    if (junit != null) {
      JUnitReport.write(report, junit);
    }
    @Nullable Path baseline = options.path("--baseline");
    if (baseline != null) {
      Baseline.news(baseline, report.seen())
          .forEach(one -> print("WARNING: not in the baseline: " + one));
      if (options.has("--update-baseline")) {
        Baseline.update(baseline, report.seen());
      }
    }
    return options.has("--publish") ? publish(options, report) : report.verdict();
  }

  private Verdict publish(Options options, ContractReport report) {
    if (report.verdict() == Verdict.NOT_VERIFIED) {
      print("Nothing is published: what was not verified is neither a success nor a failure.");
      return report.verdict();
    }
    String version = LocalDate.now(ZoneOffset.UTC) + "-" + Spec.bundled().hash();
    try {
      broker()
          .publish(
              Json.resource(ContractVerification.LIVE_PACT),
              report.verdict() == Verdict.KEPT,
              options.text("--consumer-version"),
              version,
              options.text("--environment"));
      print("Published as version " + version + " of the service.");
      return report.verdict();
    } catch (Broker.BrokerException e) {
      print("Not published: " + e.getMessage());
    }
    return report.verdict().and(Verdict.NOT_VERIFIED);
  }

  private int canIDeploy(Options options) {
    String version = options.text("--consumer-version");
    String environment = options.text("--environment");
    if (secret(BROKER).isEmpty() || secret(BROKER_TOKEN).isEmpty()) {
      print("Not known: set %s and %s in the environment.".formatted(BROKER, BROKER_TOKEN));
      return Verdict.NOT_VERIFIED.exitCode();
    }
    try {
      Optional<String> refusal = broker().refusal(version, environment);
      if (refusal.isEmpty()) {
        print("Yes: the service in " + environment + " has verified version " + version + ".");
        return Verdict.KEPT.exitCode();
      }
      print("No: " + refusal.get());
      print("First publish the pacts of the version, then run verify --publish for it.");
      return Verdict.BROKEN.exitCode();
    } catch (Broker.BrokerException e) {
      print("Not known: " + e.getMessage());
    }
    return Verdict.NOT_VERIFIED.exitCode();
  }

  private Broker broker() throws Broker.BrokerException {
    try {
      URI url = new URI(secret(BROKER));
      if (url.getHost() != null) {
        return new Broker(url, secret(BROKER_TOKEN));
      }
    } catch (URISyntaxException e) {
      // Told below, without the text: it may have a token in it.
    }
    throw new Broker.BrokerException(BROKER + " is no URL.");
  }

  private URI serviceUrl() {
    String given = secret(BASE_URL);
    try {
      return given.isEmpty() ? service.get(0) : new URI(given);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(BASE_URL + " is no URL", e);
    }
  }

  private boolean isService(URI url) {
    return service.stream()
        .anyMatch(
            one ->
                one.getScheme().equals(url.getScheme())
                    && one.getAuthority().equals(url.getAuthority()));
  }

  private String secret(String name) {
    return environment.getOrDefault(name, "");
  }

  /** Prints a text, whatever it is, without the secrets of the environment. */
  private void print(String text) {
    out.println(redacted(text));
  }

  private String redacted(String text) {
    String rest = text;
    for (String name : SECRETS) {
      String secret = secret(name);
      rest = secret.isEmpty() ? rest : rest.replace(secret, "(" + name + ")");
    }
    return rest;
  }
}
