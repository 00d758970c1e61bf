package com.ofauth.access.build.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.build.diff.SpecChange;
import com.ofauth.access.build.diff.SpecDiff;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The small good spec of the test resources, and what the lint says after one part of it has been
 * changed.
 */
public final class SpecText {

  private final String text;

  private SpecText(String text) {
    this.text = text;
  }

  public static SpecText good() {
    return new SpecText(resource("/good.yaml"));
  }

  public static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(SpecText.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a part that occurs once. */
  public SpecText with(String part, String replacement) {
    assertThat(text.split(Pattern.quote(part), -1)).as("%s occurs once", part).hasSize(2);
    return new SpecText(text.replace(part, replacement));
  }

  /** Replaces a part wherever it occurs. */
  SpecText withAll(String part, String replacement) {
    assertThat(text).contains(part);
    return new SpecText(text.replace(part, replacement));
  }

  /** What changed from the good spec to this one. */
  public List<SpecChange> changes() {
    return SpecDiff.between("old.yaml", good().text, "new.yaml", text);
  }

  List<String> lint() {
    return SpecLint.lint("good.yaml", text);
  }

  /** What of it the generator can not do. */
  List<String> lintForGenerator() {
    return SpecLint.lintForGenerator("good.yaml", text);
  }
}
