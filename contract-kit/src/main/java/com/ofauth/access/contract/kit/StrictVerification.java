package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Verifies the strict pact with a provider that can be put into states. */
final class StrictVerification {
  /** How many faults of one interaction are told beside it; the table has all. */
  private static final int SHOWN = 3;

  private final Spec spec;
  private final Judges judges;
  private final Caller caller;
  private final StateHandler states;
  private final Findings findings = new Findings();
  private final Coverage coverage;
  private final List<Check> checks = new ArrayList<>();

  StrictVerification(Spec spec, Caller caller, StateHandler states) {
    this.spec = spec;
    this.judges = new Judges(spec);
    this.caller = caller;
    this.states = states;
    this.coverage = new Coverage(spec, List.of());
  }

  ContractReport verify(List<Interaction> interactions) {
    @Nullable NotVerifiedException end = null;
    for (Interaction one : interactions) {
      coverage.expect(spec.operation(one.operationId()));
      String name = one.description().replaceFirst("^[^:]*: ", "");
      try {
        if (end != null) {
          throw end;
        }
        List<Fault> faults = verify(one);
        Verdict verdict = faults.isEmpty() ? Verdict.KEPT : Verdict.BROKEN;
        checks.add(new Check(one.operationId(), name, verdict, text(faults)));
      } catch (NotVerifiedException e) {
        end = e.isAll() ? e : end;
        checks.add(
            new Check(
                one.operationId(), name, Verdict.NOT_VERIFIED, String.valueOf(e.getMessage())));
      }
    }
    return new ContractReport("strict", checks, findings, coverage, caller.requests());
  }

  private List<Fault> verify(Interaction one) throws NotVerifiedException {
    try {
      states.setUp(one.state(), one.parameters());
    } catch (NotVerifiedException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NotVerifiedException.all("The verification was interrupted.");
    } catch (Exception e) {
      throw NotVerifiedException.one(
          "The state could not be set up: " + e.getClass().getSimpleName() + ".");
    }
    Answer answer = caller.once(one.path(), one.query(), one.headers());
    List<Fault> faults =
        answer.status() == one.status()
            ? judges.faults(answer, List.of(one), false)
            : List.of(
                new Fault(
                    "status in the state \"" + one.state() + "\"",
                    Integer.toString(one.status()),
                    Integer.toString(answer.status())));
    JsonNode body = answer.json();
    Spec.Operation operation = spec.operation(one.operationId());
    if (answer.status() == 200 && body.isObject()) {
      coverage.add(operation, body);
    }
    findings.add(
        one.operationId(),
        one.description(),
        Findings.keys(operation, body, one.description()),
        faults);
    return faults;
  }

  private static String text(List<Fault> faults) {
    String rest = faults.size() <= SHOWN ? "" : "; and " + (faults.size() - SHOWN) + " more";
    return faults.stream()
        .limit(SHOWN)
        .map(fault -> fault.path() + ": expected " + fault.expected() + ", found " + fault.found())
        .collect(Collectors.joining("; ", "", rest));
  }
}
