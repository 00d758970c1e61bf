package com.ofauth.access.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.build.report.PublishedModule;
import com.ofauth.access.build.report.Surface;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The surfaces of the artifacts that this build made. */
final class PublishedSurfacesTest {
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"MICROMETER", "OPEN_TELEMETRY"})
  void holdsEachPublishedModule(PublishedModule module) throws IOException {
    List<String> lines = Surface.read(module);

    assertThat(lines).hasSizeGreaterThan(20);
    assertThat(lines).noneMatch(line -> line.matches("\\w.*(JsonAdapter|access\\.generated\\.).*"));
  }

  @Test
  void holdsTheListenerForMicrometerAlone() throws IOException {
    assertThat(Surface.read(PublishedModule.MICROMETER))
        .filteredOn(line -> !line.startsWith("  on"))
        .containsExactly(
            "final class com.ofauth.access.micrometer.MicrometerListener"
                + " implements com.ofauth.access.OfAuthListener",
            "  new(registry: io.micrometer.core.instrument.MeterRegistry)");
  }

  @Test
  void holdsTheListenerForOpenTelemetryAlone() throws IOException {
    assertThat(Surface.read(PublishedModule.OPEN_TELEMETRY))
        .filteredOn(line -> !line.startsWith("  on"))
        .containsExactly(
            "final class com.ofauth.access.opentelemetry.OpenTelemetryListener"
                + " implements com.ofauth.access.OfAuthListener",
            "  new(openTelemetry: io.opentelemetry.api.OpenTelemetry)");
  }
}
