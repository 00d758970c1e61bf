package com.ofauth.access.supported.model;

import com.ofauth.access.model.OfAuthJson;
import com.squareup.moshi.Moshi;

/** The models of this package, for Moshi. */
public final class SupportedModels {
  private SupportedModels() {}

  /** A Moshi that reads and writes them, and those of the API. */
  public static Moshi moshi() {
    return OfAuthJson.moshi().newBuilder().add(new ModelAdapters()).build();
  }
}
