package com.ofauth.access.build.spec;

import java.util.ArrayList;
import java.util.List;

/** JSON pointers, as {@code $ref} writes them after the {@code #}. */
public final class Pointers {

  private Pointers() {}

  public static String append(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  static List<String> keys(String pointer) {
    List<String> keys = new ArrayList<>();
    for (String key : pointer.substring(1).split("/", -1)) {
      keys.add(key.replace("~1", "/").replace("~0", "~"));
    }
    return keys;
  }
}
