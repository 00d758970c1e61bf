package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Verifies the live pact with the data of whoever answers: one account, or a mock. */
final class LiveVerification {
  private static final int PROBE_ATTEMPTS = 3;

  private final Spec spec;
  private final Judges judges;
  private final Caller caller;
  private final String apiKey;
  private final String connection;
  private final Findings findings = new Findings();
  private final Coverage coverage;
  private final List<Check> checks = new ArrayList<>();

  LiveVerification(Spec spec, Caller caller, String apiKey, String connection) {
    this.spec = spec;
    this.judges = new Judges(spec);
    this.caller = caller;
    this.apiKey = apiKey;
    this.connection = connection;
    this.coverage = new Coverage(spec, List.of(apiKey, connection));
  }

  ContractReport verify(List<Interaction> interactions) {
    Map<String, List<Interaction>> byOperation = new TreeMap<>();
    for (Interaction one : interactions) {
      byOperation.computeIfAbsent(one.operationId(), id -> new ArrayList<>()).add(one);
    }
    @Nullable NotVerifiedException end = null;
    for (Map.Entry<String, List<Interaction>> each : byOperation.entrySet()) {
      Spec.Operation operation = spec.operation(each.getKey());
      coverage.expect(operation);
      try {
        if (end != null) {
          throw end;
        }
        verify(operation, each.getValue());
      } catch (NotVerifiedException e) {
        end = e.isAll() ? e : end;
        checks.add(new Check(operation.id(), "answer", Verdict.NOT_VERIFIED, text(e)));
      }
    }
    return new ContractReport("live", checks, findings, coverage, caller.requests());
  }

  private void verify(Spec.Operation operation, List<Interaction> interactions)
      throws NotVerifiedException {
    List<Interaction> looks = interactions.stream().filter(one -> one.status() == 200).toList();
    Answer answer = ask(looks.get(0), looks.get(0).query(), apiKey);
    refuse(answer);
    int problems = findings.all().size();
    @Nullable Page head = look(operation, looks, looks.get(0).query(), answer);
    boolean kept = findings.all().size() == problems;
    boolean empty = head != null && head.isEmpty();
    String items = head == null ? "" : head.items().size() + " items";
    checks.add(
        kept && empty
            ? new Check(
                operation.id(),
                "shape",
                Verdict.NOT_VERIFIED,
                "The page was empty, so nothing of an item was seen.")
            : new Check(
                operation.id(), "shape", kept ? Verdict.KEPT : Verdict.BROKEN, kept ? items : ""));
    for (Interaction one : interactions) {
      if (one.status() != 200) {
        wrongKey(operation, one);
      }
    }
    if (head != null && !head.isEmpty()) {
      for (Probes.Probe probe : new Probes(operation).all()) {
        checks.add(probe(operation, looks, head, probe));
      }
    }
  }

  /** A request was answered otherwise than by data, and that need not be a breach. */
  private static void refuse(Answer answer) throws NotVerifiedException {
    if (answer.status() == 401 || answer.status() == 403 || answer.status() == 429) {
      throw NotVerifiedException.all(Judges.refusal(answer));
    }
    if (answer.status() >= 500) {
      throw NotVerifiedException.one(Judges.refusal(answer));
    }
  }

  private void wrongKey(Spec.Operation operation, Interaction one) throws NotVerifiedException {
    Answer answer = ask(one, one.query(), one.headers().getOrDefault("apiKey", ""));
    String name = "an invalid key";
    List<Fault> faults =
        answer.status() == one.status()
            ? new ArrayList<>(judges.faults(answer, List.of(one), true))
            : List.of(new Fault("status", text(one.status()), text(answer.status())));
    faults =
        faults.stream()
            .map(
                fault ->
                    new Fault(
                        "with an invalid key: " + fault.path(), fault.expected(), fault.found()))
            .toList();
    findings.add(operation.id(), name, List.of(), faults);
    checks.add(
        new Check(operation.id(), name, faults.isEmpty() ? Verdict.KEPT : Verdict.BROKEN, ""));
  }

  private Answer ask(Interaction one, Map<String, String> query, String key)
      throws NotVerifiedException {
    Map<String, String> headers = new LinkedHashMap<>(one.headers());
    headers.put("apiKey", key);
    headers.put("x-connection-id", connection);
    return caller.patiently(one.path(), query, headers);
  }

  /** Judges an answer. Null if it has no list that probes could look at. */
  private @Nullable Page look(
      Spec.Operation operation, List<Interaction> looks, Map<String, String> query, Answer answer) {
    String asked = query.toString();
    if (answer.status() != 200) {
      Fault fault = new Fault("status", "200", text(answer.status()));
      findings.add(operation.id(), asked, List.of(), List.of(fault));
      return null;
    }
    List<Fault> faults = new ArrayList<>(judges.faults(answer, looks, true));
    JsonNode body = answer.json();
    if (body.isObject()) {
      coverage.add(operation, body);
    }
    List<String> keys = Findings.keys(operation, body, asked);
    JsonNode paging = operation.paging();
    JsonNode list = body.path(paging.path("items").asText("no list"));
    if (list.isArray()) {
      int limit =
          Integer.parseInt(query.getOrDefault(paging.path("limitParameter").asText(), "1000000"));
      if (list.size() > limit) {
        faults.add(
            new Fault("$.list", "list of at most " + limit + " items", "list of " + list.size()));
      }
      if (new HashSet<>(keys).size() < keys.size()) {
        faults.add(
            new Fault(
                "$.list[*]." + paging.path("itemKey").asText(),
                "each id once in a page",
                "an id twice"));
      }
    }
    findings.add(operation.id(), asked, keys, faults);
    if (!list.isArray()) {
      return null;
    }
    List<JsonNode> items = new ArrayList<>();
    List<String> versions = new ArrayList<>();
    String version = "/" + paging.path("itemVersion").asText().replace('.', '/');
    for (JsonNode item : list) {
      items.add(item);
      versions.add(item.at(version).asText());
    }
    String offset = query.getOrDefault(paging.path("offsetParameter").asText(), "");
    boolean more = body.path(paging.path("hasMore").asText()).asBoolean();
    return new Page(keys, versions, items, offset.equals("0") && !more);
  }

  private Check probe(
      Spec.Operation operation, List<Interaction> looks, Page first, Probes.Probe probe) {
    Probes.Asking asking = parameters -> page(operation, looks, parameters);
    String name = probe.name();
    try {
      Page head = first;
      for (int attempt = 1; ; attempt++) {
        String fault = probe.looking().fault(head, asking);
        if (fault.isEmpty()) {
          return new Check(operation.id(), name, Verdict.KEPT, "");
        }
        Page after = asking.page(Map.of());
        // The first head is older than the probe by other requests: once more around one head.
        if (attempt > 1 && head.isSameAs(after)) {
          findings.add(
              operation.id(),
              name,
              List.of(),
              List.of(new Fault("behaviour of " + name, probe.expected(), fault)));
          return new Check(operation.id(), name, Verdict.BROKEN, "");
        }
        if (attempt == PROBE_ATTEMPTS || after.isEmpty()) {
          return new Check(
              operation.id(),
              name,
              Verdict.NOT_VERIFIED,
              "The list moved during each of " + attempt + " attempts.");
        }
        head = after;
      }
    } catch (Probes.NothingToTellException e) {
      return new Check(operation.id(), name, Verdict.KEPT, "Nothing to tell: " + text(e) + ".");
    } catch (NotVerifiedException e) {
      return new Check(operation.id(), name, Verdict.NOT_VERIFIED, text(e));
    }
  }

  private Page page(
      Spec.Operation operation, List<Interaction> looks, Map<String, String> parameters)
      throws NotVerifiedException {
    Map<String, String> query = new LinkedHashMap<>(looks.get(0).query());
    query.putAll(parameters);
    Answer answer = ask(looks.get(0), query, apiKey);
    refuse(answer);
    @Nullable Page page = look(operation, looks, query, answer);
    if (page == null) {
      throw NotVerifiedException.one("The answer to " + parameters + " is no page.");
    }
    return page;
  }

  private static String text(int status) {
    return Integer.toString(status);
  }

  private static String text(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
