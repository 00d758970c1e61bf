package com.ofauth.access.build.report;

import com.ofauth.access.build.diff.Impact;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A semantic version, without what may follow the three numbers. */
public record Version(int major, int minor, int patch) implements Comparable<Version> {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(-\\w+)?");

  public static Version of(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "A version has three numbers, such as 1.2.3 or 1.2.3-SNAPSHOT: " + text);
    }
    return new Version(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  /**
   * The least version that may follow this one with a change of this kind. Below 1.0 a minor step
   * may break.
   */
  Version after(Impact impact) {
    return switch (impact) {
      case BREAKING -> major == 0 ? new Version(0, minor + 1, 0) : new Version(major + 1, 0, 0);
      case ADDITIVE ->
          major == 0 ? new Version(0, minor, patch + 1) : new Version(major, minor + 1, 0);
      case COSMETIC -> this;
    };
  }

  @Override
  public int compareTo(Version other) {
    return Comparator.comparingInt(Version::major)
        .thenComparingInt(Version::minor)
        .thenComparingInt(Version::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
