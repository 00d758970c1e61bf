package outside;

import com.ofauth.access.ChatFilter;
import com.ofauth.access.ChatListQuery;
import com.ofauth.access.MassMessageListQuery;
import com.ofauth.access.MassMessageStatus;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.micrometer.MicrometerListener;
import com.ofauth.access.model.Chat;
import com.ofauth.access.opentelemetry.OpenTelemetryListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

/** Prints what the README's program prints, and compares metrics with traces. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println(System.getProperty("java.class.path"));
    MeterRegistry meters = new SimpleMeterRegistry();
    InMemorySpanExporter spans = InMemorySpanExporter.create();
    try (OpenTelemetrySdk telemetry =
            OpenTelemetrySdk.builder()
                .setTracerProvider(
                    SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build();
        OfAuthClient client =
            OfAuthClient.builder()
                .apiKey(System.getenv("OFAUTH_API_KEY"))
                .baseUrl(System.getenv("OFAUTH_BASE_URL"))
                .listener(new MicrometerListener(meters))
                .listener(new OpenTelemetryListener(telemetry))
                .build()) {
      list(client.connection(System.getenv("OFAUTH_CONNECTION_ID")));

      long calls = meters.find("ofauth.calls").timers().stream().mapToLong(Timer::count).sum();
      int traced = spans.getFinishedSpanItems().size();
      System.out.println(
          calls == traced && calls > 0
              ? "metrics and traces agree"
              : calls + " calls, " + traced + " spans");
    }
  }

  private static void list(OfAuthConnection creator) {
    for (Chat chat :
        creator.chats().list(ChatListQuery.builder().filter(ChatFilter.UNREAD).build())) {
      System.out.println(chat.withUser().id() + " " + chat.unreadMessagesCount());
    }
    MassMessageListQuery scheduled =
        MassMessageListQuery.builder().status(MassMessageStatus.SCHEDULED).maxItems(50).build();
    System.out.println(
        creator.massMessages().list(scheduled).toList().size() + " mass messages are scheduled");
  }
}
