package com.ofauth.access.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.CallInfo;
import com.ofauth.access.CallOutcome;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.testing.OfAuthTestProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Runs with Spring Boot 3 and with Spring Boot 4. */
final class OfAuthAccessAutoConfigurationTest {
  private static final String KEY = "sk_sandbox_secret_of_the_test";

  private final OfAuthTestProvider provider = OfAuthTestProvider.builder().chats(7).start();

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(OfAuthAccessAutoConfiguration.class));

  private final ApplicationContextRunner configured =
      context.withPropertyValues(
          "ofauth.access.api-key=" + provider.apiKey(),
          "ofauth.access.connection-id=" + provider.connectionId(),
          "ofauth.access.base-url=" + provider.baseUrl());

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void runsWithTheLineOfSpringBootThatTheBuildNames() {
    assertThat(SpringBootVersion.getVersion())
        .startsWith(Objects.requireNonNull(System.getProperty("spring-boot.line")) + ".");
  }

  @Test
  void readsTheAccountThatThePropertiesName() {
    configured.run(
        started ->
            assertThat(started.getBean(OfAuthConnection.class).chats().list().toList()).hasSize(7));
  }

  /** A value in the wrong place may be the key. */
  @Test
  void theTextOfThePropertiesShowsNoTextOfTheirs() {
    OfAuthAccessProperties properties =
        new OfAuthAccessProperties(
            "sk_canary", "sk_canary", "https://a:canary@b", null, null, null, null, null);

    assertThat(properties.toString())
        .startsWith("OfAuthAccessProperties[apiKey=(set), connectionId=(set), baseUrl=(set)")
        .doesNotContain("canary");
  }

  @Test
  void backsOffForAClientOfTheProgram() {
    OfAuthClient own = OfAuthClient.builder().apiKey(KEY).build();

    context
        .withBean(OfAuthClient.class, () -> own)
        .run(started -> assertThat(started.getBean(OfAuthClient.class)).isSameAs(own));
  }

  @Test
  void hasNoConnectionWithoutItsId() {
    context
        .withPropertyValues("ofauth.access.api-key=" + KEY)
        .run(
            started ->
                assertThat(started)
                    .hasSingleBean(OfAuthClient.class)
                    .doesNotHaveBean(OfAuthConnection.class));
  }

  @Test
  void closesTheClientWithTheContext() {
    OfAuthConnection[] left = new OfAuthConnection[1];
    configured.run(started -> left[0] = started.getBean(OfAuthConnection.class));

    assertThatThrownBy(() -> left[0].chats().list().firstPage())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void listenersOfTheProgramHearOfCalls() {
    AtomicInteger calls = new AtomicInteger();
    OfAuthListener listener =
        new OfAuthListener() {
          @Override
          public void onEnd(CallInfo call, CallOutcome outcome) {
            calls.incrementAndGet();
          }
        };

    configured
        .withBean(OfAuthListener.class, () -> listener)
        .run(started -> started.getBean(OfAuthConnection.class).chats().list().firstPage());

    assertThat(calls).hasValue(1);
  }

  @Test
  void customizersHaveTheLastWord() {
    configured
        .withPropertyValues("ofauth.access.connection-id=conn_of_nobody")
        .withBean(
            OfAuthClientCustomizer.class,
            () -> builder -> builder.connectionId(provider.connectionId()))
        .run(
            started ->
                assertThat(started.getBean(OfAuthConnection.class).chats().list().firstPage())
                    .isNotNull());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ofauth.access.api-key=", "ofauth.access.timeout=5s"})
  void aMissingKeyNamesTheProperty(String property) {
    context
        .withPropertyValues(property)
        .run(
            started ->
                assertThat(started)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("set the property ofauth.access.api-key"));
  }

  @ParameterizedTest
  @CsvSource({
    "ofauth.access.base-url, http://api.example.com, https",
    "ofauth.access.timeout, 0s, timeout",
    "ofauth.access.connect-timeout, -1s, connectTimeout",
    "ofauth.access.read-timeout, 300d, readTimeout",
    "ofauth.access.connection-id, two words, connection id",
    "ofauth.access.rate-limit.per-minute, 0, perMinute",
    "ofauth.access.validation-mode, strictest, ValidationMode"
  })
  void aWrongSettingFailsTheStartWithItsName(String name, String value, String word) {
    configured
        .withPropertyValues("ofauth.access.rate-limit.burst=1", "ofauth.access.api-key=" + KEY)
        .withPropertyValues(name + "=" + value)
        .run(
            started -> {
              assertThat(started).hasFailed();
              assertThat(started.getStartupFailure()).rootCause().hasMessageContaining(word);
              assertThat(started.getStartupFailure()).hasStackTraceContaining("ofAuth");
              assertThat(started.getStartupFailure())
                  .satisfies(failure -> assertThat(allOf(failure)).doesNotContain(KEY));
            });
  }

  @Test
  void settingsDoNotShowTheKey() {
    context
        .withPropertyValues("ofauth.access.api-key=" + KEY)
        .run(
            started ->
                assertThat(started.getBean(OfAuthAccessProperties.class))
                    .asString()
                    .doesNotContain(KEY));
  }

  @Test
  void completionKnowsEachProperty() throws IOException {
    try (InputStream metadata =
        Objects.requireNonNull(
            OfAuthAccessProperties.class.getResourceAsStream(
                "/META-INF/spring-configuration-metadata.json"))) {
      assertThat(new String(metadata.readAllBytes(), StandardCharsets.UTF_8))
          .contains("\"ofauth.access.api-key\"", "the organisation's API key")
          .contains("\"ofauth.access.rate-limit.per-minute\"", "\"ofauth.access.validation-mode\"");
    }
  }

  private static String allOf(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
