package com.ofauth.access.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every model can do. Immutable, safe for use by several threads. Not to be implemented. */
public interface OfAuthModel {
  /**
   * {@return this as compact JSON, with everything that came: unknown properties, explicit nulls,
   * and values that can't be read}
   */
  String toJson();

  /**
   * {@return the same JSON as maps and lists, unmodifiable} The values are null, Boolean, String,
   * Long, BigInteger, BigDecimal, List or Map; a number of more than 1000 digits is another Number,
   * with the digits as its text.
   */
  Map<String, @Nullable Object> toMap();

  /**
   * {@return what did not come as the API describes it, in this model and below, in no particular
   * order; empty as a rule}
   */
  List<Deviation> deviations();

  /** {@return the properties that this version does not know, by name, unmodifiable} */
  Map<String, @Nullable Object> additionalProperties();
}
