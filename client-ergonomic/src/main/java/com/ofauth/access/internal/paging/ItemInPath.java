package com.ofauth.access.internal.paging;

import com.ofauth.access.MalformedResponseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which item of a page the parser names by the path in its message. */
final class ItemInPath {
  private static final Pattern PATH = Pattern.compile("\\$\\.list\\[([0-9]{1,4})]");

  private ItemInPath() {}

  /** The index of the item in which the body is broken, or -1 if it is broken elsewhere. */
  static int of(MalformedResponseException e) {
    Throwable cause = e.getCause();
    Matcher matcher = PATH.matcher(String.valueOf((cause == null ? e : cause).getMessage()));
    int index = -1;
    // The last one: what comes before may be a value that the service sent.
    while (matcher.find()) {
      index = Integer.parseInt(matcher.group(1));
    }
    return index;
  }
}
