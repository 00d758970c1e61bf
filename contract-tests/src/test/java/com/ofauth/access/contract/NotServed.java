package com.ofauth.access.contract;

import au.com.dius.pact.core.model.V4Interaction;
import com.ofauth.access.build.spec.Operation;
import com.ofauth.access.testing.OfAuthTestProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What of the spec the test provider does not serve. Pacts of these operations are written, run
 * through the SDK and proven to be strong like all others, but no provider of ours verifies them.
 */
final class NotServed {
  /** Ids of operations, and why they are not served. */
  static final Map<String, String> OPERATIONS = Map.of();

  /** The set-up of a state that only such an operation asks for. */
  static final Consumer<OfAuthTestProvider> SET_UP =
      provider -> {
        throw new UnsupportedOperationException(
            "Not served, so there is no such state of " + provider.baseUrl());
      };

  private NotServed() {}

  static List<V4Interaction.SynchronousHttp> servedOf(
      List<V4Interaction.SynchronousHttp> interactions) {
    return interactions.stream()
        .filter(one -> !OPERATIONS.containsKey(Interactions.operation(one).name()))
        .toList();
  }

  /** Matches what {@link #servedOf} gives, by the description of an interaction. */
  static String descriptionPattern() {
    return Spec.ACCESS.operations().stream()
        .map(Operation::name)
        .filter(id -> !OPERATIONS.containsKey(id))
        .collect(Collectors.joining("|", "^(", "): "));
  }

  /** Where a list of operations that are not served is not what a provider does. */
  static List<String> problems(Map<String, String> listed, URI provider) {
    List<String> problems = new ArrayList<>();
    for (Operation operation : Spec.ACCESS.operations()) {
      boolean served = isServed(operation, provider);
      if (served && listed.containsKey(operation.name())) {
        problems.add(operation.name() + " is served: take it off the list of NotServed");
      } else if (!served && !listed.containsKey(operation.name())) {
        problems.add(
            operation.name()
                + " is not served: teach client-testing its route, or put it on the list of NotServed, with the reason");
      }
    }
    listed.forEach(
        (id, reason) -> {
          if (Spec.ACCESS.operations().stream().noneMatch(one -> one.name().equals(id))) {
            problems.add(id + " is no operation of the spec: take it off the list of NotServed");
          }
          if (reason.isBlank()) {
            problems.add(id + " is on the list of NotServed without a reason");
          }
        });
    return problems;
  }

  /** The provider looks for the route first: without a key it answers 404 or 401. */
  private static boolean isServed(Operation operation, URI provider) {
    String path = operation.path().replaceAll("\\{[^}]+}", "1");
    try {
      HttpURLConnection connection =
          (HttpURLConnection) provider.resolve(path).toURL().openConnection();
      int status = connection.getResponseCode();
      connection.disconnect();
      if (status != 401 && status != 404) {
        throw new IllegalStateException("answered with " + status + " without a key: " + path);
      }
      return status == 401;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
