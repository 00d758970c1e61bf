package com.ofauth.access.internal.json;

import com.squareup.moshi.JsonReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The declared properties of a model, in order, and which of them an object has to have. Immutable.
 *
 * <p>Used by generated adapters.
 */
public final class ObjectNames {
  final JsonReader.Options options;
  final List<String> names;

  /** Indexes of the properties that have to be there. */
  final List<Integer> required;

  /** Those of the required ones that may be null. */
  final Set<Integer> requiredOrNull;

  private ObjectNames(Builder builder) {
    options = JsonReader.Options.of(builder.names.toArray(new String[0]));
    names = List.copyOf(builder.names);
    required = List.copyOf(builder.required);
    requiredOrNull = Set.copyOf(builder.requiredOrNull);
  }

  /** Gives a builder to be filled in the order of the properties. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Refuses an incomplete object.
   *
   * @param values the values of the required properties, in their order
   * @throws IllegalStateException if one is null and may not be so, or was never set; the message
   *     names all of them
   */
  public void requireAll(String type, Extras extras, @Nullable Object... values) {
    List<String> missing = new ArrayList<>(0);
    for (int i = 0; i < values.length; i++) {
      int index = required.get(i);
      String name = names.get(index);
      boolean isExplicitNull = requiredOrNull.contains(index) && extras.isNull(name);
      if (values[i] == null && !isExplicitNull) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          type + " lacks required properties: " + String.join(", ", missing));
    }
  }

  /** Collects names. The index of a name is its place in the order of the calls. */
  public static final class Builder {
    private final List<String> names = new ArrayList<>();
    private final List<Integer> required = new ArrayList<>();
    private final Set<Integer> requiredOrNull = new HashSet<>();

    private Builder() {}

    /** Adds a property that may be absent or null. */
    public Builder optional(String name) {
      names.add(name);
      return this;
    }

    /** Adds a property that is always there, and never null. */
    public Builder required(String name) {
      required.add(names.size());
      return optional(name);
    }

    /** Adds a property that is always there, possibly null. */
    public Builder requiredOrNull(String name) {
      requiredOrNull.add(names.size());
      return required(name);
    }

    /** Gives the names. */
    public ObjectNames build() {
      return new ObjectNames(this);
    }
  }
}
