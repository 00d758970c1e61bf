package com.ofauth.access.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.build.report.PublishedModule;
import com.ofauth.access.build.report.Surface;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The surfaces of the artifacts that this build made. */
final class PublishedSurfacesTest {
  @ParameterizedTest
  @EnumSource
  void holdsEachPublishedModule(PublishedModule module) throws IOException {
    List<String> lines = Surface.read(module);

    assertThat(lines).hasSizeGreaterThan(5);
    assertThat(lines).noneMatch(line -> line.matches("\\w.*(JsonAdapter|access\\.generated\\.).*"));
  }
}
