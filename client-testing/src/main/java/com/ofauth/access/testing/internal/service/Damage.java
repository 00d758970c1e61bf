package com.ofauth.access.testing.internal.service;

import java.util.regex.Pattern;

/** What can be wrong with the text of one item. */
public final class Damage {
  private static final Pattern FIRST_URL = Pattern.compile("\"url\":\"[^\"]*\"");
  private static final Pattern FIRST_ID = Pattern.compile("\"id\":-?[0-9]+");

  private Damage() {}

  /** Where the item has no URL, one that is malformed is added at its end. */
  public static String malformed(String json) {
    String broken = "\"url\":\"\"\"\"";
    return FIRST_URL.matcher(json).find()
        ? FIRST_URL.matcher(json).replaceFirst(broken)
        : json.substring(0, json.length() - 1) + "," + broken + "}";
  }

  public static String textAsId(String json) {
    return withId(json, "\"not a number\"");
  }

  /** Another JSON value for the first id. */
  public static String withId(String json, String id) {
    return FIRST_ID.matcher(json).replaceFirst("\"id\":" + id);
  }
}
