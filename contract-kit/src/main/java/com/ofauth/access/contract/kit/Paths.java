package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** JSON paths as text, such as {@code $.list[0].withUser.id}. */
final class Paths {
  static final String ROOT = "$";

  private Paths() {}

  /** The path of keys and indexes into a value. */
  static String of(JsonNode value, List<String> keys) {
    String path = ROOT;
    JsonNode at = value;
    for (String key : keys) {
      path = at.isArray() ? path + "[" + key + "]" : child(path, key);
      at = at.isArray() ? at.path(Integer.parseInt(key)) : at.path(key);
    }
    return path;
  }

  static String child(String path, String name) {
    return path + (name.matches("[A-Za-z_][A-Za-z0-9_]*") ? "." + name : "['" + name + "']");
  }

  /** The same for all items of a list. */
  static String pattern(String path) {
    return path.replaceAll("\\[[0-9]+]", "[*]");
  }

  static boolean isBelow(String path, String above) {
    return path.length() > above.length()
        && path.startsWith(above)
        && ".[".indexOf(path.charAt(above.length())) >= 0;
  }

  /**
   * The names and indexes of a path: {@code list}, {@code [0]}, {@code [*]}, {@code *}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static List<String> tokens(String path) {
    List<String> tokens = new ArrayList<>();
    int at = 1;
    while (at < path.length()) {
      int end;
      if (path.charAt(at) == '.') {
        end = at + 1;
        while (end < path.length() && ".[".indexOf(path.charAt(end)) < 0) {
          end++;
        }
        tokens.add(path.substring(at + 1, end));
      } else {
        end = path.indexOf(']', at) + 1;
        if (path.charAt(at) != '[' || end == 0) {
          throw new IllegalArgumentException("no JSON path: " + path);
        }
        String inner = path.substring(at + 1, end - 1);
        tokens.add(
            inner.startsWith("'") || inner.startsWith("\"")
                ? inner.substring(1, inner.length() - 1)
                : "[" + inner + "]");
      }
      at = end;
    }
    return tokens;
  }
}
