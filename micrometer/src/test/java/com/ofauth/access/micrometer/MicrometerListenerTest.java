package com.ofauth.access.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.OfAuthClient;
import com.ofauth.access.PermissionException;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.OfAuthTestProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

final class MicrometerListenerTest {
  private final MeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void countsCallsRetriesWaitsAndItems() {
    try (OfAuthTestProvider provider = OfAuthTestProvider.builder().chats(7).start();
        OfAuthClient client = client(provider)) {
      provider.faults().next(AnswerFault.rulesOutdated());
      client.connection().chats().list().firstPage();
      provider.connection().revokePermission("messages:read");
      assertThatThrownBy(() -> client.connection().chats().list().firstPage())
          .isInstanceOf(PermissionException.class);
    }

    assertThat(registry.get("ofauth.calls").tag("outcome", "success").timer().count()).isOne();
    assertThat(registry.get("ofauth.calls").tag("outcome", "PermissionException").timer().count())
        .isOne();
    assertThat(registry.get("ofauth.retries").tag("cause", "ServerException").counter().count())
        .isEqualTo(1);
    assertThat(registry.get("ofauth.waits").tag("reason", "retry").timer().count()).isOne();
    assertThat(registry.get("ofauth.page.items").summary().totalAmount()).isEqualTo(7);
  }

  @Test
  void countsWhatIsNotAsTheApiDescribesIt() {
    try (OfAuthTestProvider provider = OfAuthTestProvider.builder().chats(0).start();
        OfAuthClient client = client(provider)) {
      provider
          .connection()
          .chats()
          .addJson("{\"withUser\":{\"id\":1,\"_view\":\"s\"},\"unreadMessagesCount\":\"many\"}");
      client.connection().chats().list().firstPage();
      provider
          .faults()
          .next(
              AnswerFault.respond(
                  200, "application/json", "{\"list\":[{\"no\":\"id\"}],\"hasMore\":false}"));
      client.connection().chats().list().firstPage();
    }

    assertThat(registry.get("ofauth.deviations").tag("operation", "listChats").counter().count())
        .isEqualTo(1);
    assertThat(registry.get("ofauth.undecodable.items").counter().count()).isEqualTo(1);
  }

  @Test
  void noTagNamesAConnection() {
    String connectionId;
    try (OfAuthTestProvider provider = OfAuthTestProvider.start();
        OfAuthClient client = client(provider)) {
      connectionId = provider.connectionId();
      client.connection().chats().list().toList();
    }

    assertThat(registry.getMeters())
        .isNotEmpty()
        .noneMatch(meter -> meter.getId().toString().contains(connectionId));
  }

  private OfAuthClient client(OfAuthTestProvider provider) {
    return OfAuthClient.builder()
        .apiKey(provider.apiKey())
        .baseUrl(provider.baseUrl().toString())
        .connectionId(provider.connectionId())
        .listener(new MicrometerListener(registry))
        .build();
  }
}
