package com.ofauth.access.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.build.report.PublishedModule;
import com.ofauth.access.build.report.Surface;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The surfaces of the artifacts that this build made. */
final class PublishedSurfacesTest {
  @ParameterizedTest
  @EnumSource(names = {"SDK", "GENERATED", "TESTING", "CONTRACT"})
  void holdsEachPublishedModule(PublishedModule module) throws IOException {
    List<String> lines = Surface.read(module);

    assertThat(lines).hasSizeGreaterThan(20);
    assertThat(lines).noneMatch(line -> line.matches("\\w.*(JsonAdapter|access\\.generated\\.).*"));
  }

  @ParameterizedTest
  @CsvSource({
    "MICROMETER, com.ofauth.access.micrometer.MicrometerListener,"
        + " registry: io.micrometer.core.instrument.MeterRegistry",
    "OPEN_TELEMETRY, com.ofauth.access.opentelemetry.OpenTelemetryListener,"
        + " openTelemetry: io.opentelemetry.api.OpenTelemetry"
  })
  void holdsTheListenerOfEachBridgeAlone(PublishedModule module, String type, String parameter)
      throws IOException {
    assertThat(Surface.read(module))
        .filteredOn(line -> !line.startsWith("  on"))
        .containsExactly(
            "final class " + type + " implements com.ofauth.access.OfAuthListener",
            "  new(" + parameter + ")");
  }

  @ParameterizedTest
  @CsvSource({
    "JACKSON_2, com.ofauth.access.jackson2.OfAuthJacksonModule, com.fasterxml.jackson.databind.Module",
    "JACKSON_3, com.ofauth.access.jackson3.OfAuthJacksonModule, tools.jackson.databind.JacksonModule"
  })
  void holdsTheModuleOfEachJackson(PublishedModule module, String type, String parent)
      throws IOException {
    assertThat(Surface.read(module))
        .contains("final class " + type + " extends " + parent, "  new()")
        .noneMatch(line -> line.contains("Serializer") || line.contains("Deserializer"));
  }

  @Test
  void holdsThePropertiesTheBeansAndTheCustomizerOfTheStarter() throws IOException {
    assertThat(Surface.read(PublishedModule.SPRING_BOOT_STARTER))
        .filteredOn(line -> !line.startsWith(" "))
        .containsExactly(
            "class com.ofauth.access.spring.OfAuthAccessAutoConfiguration",
            "record com.ofauth.access.spring.OfAuthAccessProperties",
            "record com.ofauth.access.spring.OfAuthAccessProperties.RateLimit",
            "interface com.ofauth.access.spring.OfAuthClientCustomizer (users hand it in)");
  }
}
