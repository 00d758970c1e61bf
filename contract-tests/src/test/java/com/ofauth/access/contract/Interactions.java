package com.ofauth.access.contract;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.support.json.JsonValue;
import com.ofauth.access.build.spec.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads what a pact's file says of an interaction. */
public final class Interactions {
  private Interactions() {}

  public static List<V4Interaction.SynchronousHttp> of(V4Pact pact) {
    return pact.getInteractions().stream().map(V4Interaction.SynchronousHttp.class::cast).toList();
  }

  /** The operation of the spec that the interaction refers to. */
  public static Operation operation(V4Interaction.SynchronousHttp one) {
    Map<String, JsonValue> comments = one.getComments();
    JsonValue references = comments.getOrDefault("references", JsonValue.Null.INSTANCE);
    String id = Json.parse(references.serialise()).at("/openapi/operationId").asText();
    if (id.isEmpty()) {
      throw new IllegalArgumentException(
          "refers to no operationId of the spec: " + one.getDescription());
    }
    return Spec.ACCESS.operation(id);
  }

  /** The name of the schema that the spec gives to the body of the response. */
  public static String schema(V4Interaction.SynchronousHttp one) {
    return Spec.ACCESS.responseSchema(operation(one), one.getResponse().getStatus());
  }

  static ProviderState state(V4Interaction.SynchronousHttp one) {
    if (one.getProviderStates().size() != 1) {
      throw new IllegalArgumentException("not in exactly one state: " + one.getDescription());
    }
    return ProviderState.of(Objects.requireNonNull(one.getProviderStates().get(0).getName()));
  }
}
