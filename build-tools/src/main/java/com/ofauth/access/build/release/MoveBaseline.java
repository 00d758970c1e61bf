package com.ofauth.access.build.release;

import com.ofauth.access.build.report.Repository;
import com.ofauth.access.build.report.Version;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Moves the baseline forward: to a version that is being released, or, as long as nothing is
 * released, to the present state.
 */
public final class MoveBaseline {
  private MoveBaseline() {}

  /**
   * Writes {@code openapi/baseline}.
   *
   * @param args the repository's root and the project's version
   * @throws IOException when a file can not be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "Give two arguments, the root of the repository and the version; there are "
              + args.length);
    }
    Repository repository = new Repository(Path.of(args[0]).toAbsolutePath().normalize());
    System.out.println("The baseline is " + move(repository, args[1]));
  }

  public static Version move(Repository repository, String version) throws IOException {
    Version baseline = repository.baselineVersion();
    Version nothing = new Version(0, 0, 0);
    boolean release = !version.endsWith("-SNAPSHOT");
    if (!release && baseline.compareTo(nothing) > 0) {
      throw new IllegalArgumentException(
          "The baseline moves when a version is released, and "
              + version
              + " is none: mend the findings, or set a version without -SNAPSHOT");
    }
    Version next = release ? Version.of(version) : nothing;
    if (release && next.compareTo(baseline) <= 0) {
      throw new IllegalArgumentException(
          "Version " + next + " does not follow " + baseline + ", the version of the baseline");
    }
    repository.moveBaseline(next);
    return next;
  }
}
