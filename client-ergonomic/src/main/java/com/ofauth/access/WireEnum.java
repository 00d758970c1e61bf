package com.ofauth.access;

import org.jspecify.annotations.Nullable;

/** A request enum: each constant stands for one text of the spec. */
interface WireEnum {
  String value();

  /** The text of the constant, or null for "not set", which sends no parameter. */
  static @Nullable String valueOf(@Nullable WireEnum constant) {
    return constant == null ? null : constant.value();
  }
}
