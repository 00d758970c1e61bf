package com.ofauth.access.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.NotFoundException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.OfAuthTestProvider;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OpenTelemetryListenerTest {
  private final InMemorySpanExporter exported = InMemorySpanExporter.create();
  private List<SpanData> spans = List.of();

  @Test
  void givesEachCallASpanThatTellsOfRetriesAndTheEnd() {
    SdkTracerProvider tracers =
        SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exported)).build();
    try (OfAuthTestProvider provider = OfAuthTestProvider.start();
        OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder().setTracerProvider(tracers).build();
        OfAuthClient client =
            OfAuthClient.builder()
                .apiKey(provider.apiKey())
                .baseUrl(provider.baseUrl().toString())
                .connectionId(provider.connectionId())
                .listener(new OpenTelemetryListener(telemetry))
                .build()) {
      provider.faults().next(AnswerFault.htmlBadGateway());
      client.connection().chats().list().firstPage();
      provider.faults().next(AnswerFault.error(404, "ROUTE_NOT_FOUND", "no such route"));
      assertThatThrownBy(() -> client.connection().massMessages().list().firstPage())
          .isInstanceOf(NotFoundException.class);
      spans = exported.getFinishedSpanItems();
    }

    assertThat(spans)
        .extracting(SpanData::getName)
        .containsExactly("listChats", "listMassMessages");
    assertThat(spans.get(0).getEvents())
        .extracting(EventData::getName)
        .containsExactly("exception", "retry", "wait");
    assertThat(spans.get(0).getAttributes().get(AttributeKey.longKey("http.request.resend_count")))
        .isEqualTo(1);
    assertThat(spans.get(1).getStatus()).isEqualTo(StatusData.error());
    assertThat(spans.get(1).getAttributes().get(AttributeKey.longKey("http.response.status_code")))
        .isEqualTo(404);
    assertThat(spans.get(1).getAttributes().get(AttributeKey.stringKey("error.type")))
        .isEqualTo("com.ofauth.access.NotFoundException");
  }

  @Test
  void concurrentCallsHaveSpansOfTheirOwnBelowTheCurrentOne() {
    SdkTracerProvider tracers =
        SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exported)).build();
    String parent;
    try (OfAuthTestProvider provider = OfAuthTestProvider.builder().chats(100).start();
        OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder().setTracerProvider(tracers).build();
        OfAuthClient client =
            OfAuthClient.builder()
                .apiKey(provider.apiKey())
                .baseUrl(provider.baseUrl().toString())
                .connectionId(provider.connectionId())
                .listener(new OpenTelemetryListener(telemetry))
                .build()) {
      Span outer = telemetry.getTracer("user").spanBuilder("outer").startSpan();
      parent = outer.getSpanContext().getSpanId();
      Context context = Context.current().with(outer);
      IntStream.range(0, 20)
          .mapToObj(i -> CompletableFuture.runAsync(context.wrap(() -> read(client))))
          .toList()
          .forEach(CompletableFuture::join);
      spans = exported.getFinishedSpanItems();
    }

    assertThat(spans)
        .hasSize(20)
        .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(parent))
        .allSatisfy(span -> assertThat(span.hasEnded()).isTrue())
        .extracting(SpanData::getSpanId)
        .doesNotHaveDuplicates();
  }

  private static void read(OfAuthClient client) {
    client.connection().chats().list().firstPage();
  }
}
