package com.ofauth.access.build.report;

import com.ofauth.access.build.diff.Impact;
import com.ofauth.access.build.diff.SpecChange;
import com.ofauth.access.build.diff.SpecDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that the gates read and the release step writes. */
public record Repository(Path root) {
  private static final String BASELINE = "openapi/baseline/";
  private static final String SPEC = "ofauth-access.yaml";

  public Version baselineVersion() throws IOException {
    return Version.of(Files.readString(baseline("version")));
  }

  /** What changed in the spec since the baseline. */
  public List<ApiChange> specChanges() throws IOException {
    return wireChanges().stream().map(ApiChange::of).toList();
  }

  /** The changes of the spec with what they mean on the wire. */
  List<SpecChange> wireChanges() throws IOException {
    return SpecDiff.between(baseline(SPEC), root.resolve("openapi").resolve(SPEC));
  }

  /** What changed in the Java API of one published module since the baseline. */
  List<ApiChange> javaChanges(PublishedModule module) throws IOException {
    return SurfaceDiff.between(
        BASELINE + module.file(),
        Files.readAllLines(baseline(module.file())),
        Surface.read(module));
  }

  /** What changed in the Java API of all published modules since the baseline. */
  public List<ApiChange> javaChanges() throws IOException {
    List<ApiChange> changes = new ArrayList<>();
    for (PublishedModule module : PublishedModule.values()) {
      changes.addAll(javaChanges(module));
    }
    return changes;
  }

  /** What the version and the changelog lack, one line each: {@code file:line: what to do}. */
  public List<String> gate(List<ApiChange> changes, Version now) throws IOException {
    List<String> pom = Files.readAllLines(root.resolve("pom.xml"));
    Gate gate =
        new Gate(
            baselineVersion(),
            now,
            "pom.xml:" + lineOf(pom, "<version>"),
            Changelog.section(Files.readAllLines(root.resolve("CHANGELOG.md")), now));
    return gate.findings(changes);
  }

  /** Makes the present state the one that later states are held against. */
  public void moveBaseline(Version version) throws IOException {
    Files.copy(
        root.resolve("openapi").resolve(SPEC),
        baseline(SPEC),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    for (PublishedModule module : PublishedModule.values()) {
      List<String> lines = new ArrayList<>();
      lines.add(
          "# The public Java API of "
              + module.artifact()
              + "; a ? marks what can be null."
              + " Written by the release step, never by hand.");
      lines.addAll(Surface.read(module));
      Files.write(baseline(module.file()), lines);
    }
    LastRelease.save(root, root.resolve(BASELINE));
    Files.writeString(baseline("version"), version + "\n");
  }

  public static boolean any(List<ApiChange> changes, Impact impact) {
    return changes.stream().anyMatch(change -> change.impact() == impact);
  }

  private Path baseline(String file) {
    return root.resolve(BASELINE).resolve(file);
  }

  private static int lineOf(List<String> lines, String text) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    return 1;
  }
}
