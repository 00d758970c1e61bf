package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.MassMessageListQuery;
import com.ofauth.access.MassMessageStatus;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.Page;
import com.ofauth.access.model.MassMessage;
import com.ofauth.access.model.Media;
import com.ofauth.access.model.MediaType;
import com.ofauth.access.model.MediaVideoSources;
import com.ofauth.access.model.OfAuthJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** What the SDK needs of {@code GET /v2/access/mass-messages}. */
final class MassMessagesContract implements EndpointContract {
  private static final String OPERATION = "listMassMessages";
  private static final String PAGE = "MassMessageListResponse";

  @Override
  public List<ContractCase> strict() {
    List<ContractCase> cases = new ArrayList<>();

    cases.add(
        ask("a page of mass messages with every known field")
            .given(ProviderState.FULL_MASS_MESSAGES)
            .answers(
                200,
                Shapes.everyItemLike(PAGE, "MassMessagesFull").exactly("hasMore"),
                Contracts.RATE_LIMIT_HEADERS)
            .gives(
                page(
                    page -> {
                      assertThat(page.hasMore()).isTrue();
                      assertThat(page.rateLimit()).isPresent();
                      String written = OfAuthJson.write(MassMessage.class, page.items().get(0));
                      assertThat(Json.parse(written))
                          .isEqualTo(
                              Json.parse(Contracts.listOf("MassMessagesFull").get(0).toString()));
                    })));

    cases.add(
        ask("a page of mass messages with only the required fields")
            .given(ProviderState.MINIMAL_MASS_MESSAGES)
            .answers(200, Shapes.everyItemLike(PAGE, "MassMessagesMinimal").exactly("hasMore"))
            .gives(
                page(
                    page -> {
                      assertThat(page.hasMore()).isFalse();
                      assertThat(page.items().get(0).media()).isEmpty();
                      assertThat(page.items().get(0).price()).isNull();
                    })));

    cases.add(
        ask("an empty page of mass messages")
            .given(ProviderState.NO_MASS_MESSAGES)
            .answers(200, Shapes.listed(PAGE, "MassMessagesEmptyPage").exactly("list", "hasMore"))
            .gives(
                page(
                    page -> {
                      assertThat(page.items()).isEmpty();
                      assertThat(page.hasMore()).isFalse();
                    })));

    cases.add(
        ask("the last page of mass messages")
            .given(ProviderState.FORTY_ONE_MASS_MESSAGES)
            .query("offset", "40")
            .answers(200, Shapes.listed(PAGE, "MassMessagesLastPage").exactly("hasMore"))
            .gives(
                page(
                    MassMessageListQuery.builder().startAt(40),
                    page -> {
                      assertThat(page.items()).hasSize(1);
                      assertThat(page.hasMore()).isFalse();
                    })));

    cases.add(
        ask("scheduled mass messages, with a null wherever one can be")
            .given(ProviderState.SCHEDULED_MASS_MESSAGE)
            .query("type", "scheduled")
            .answers(200, Shapes.everyItemLike(PAGE, "MassMessagesScheduled"))
            .gives(
                page(
                    MassMessageListQuery.builder().status(MassMessageStatus.SCHEDULED),
                    page -> {
                      MassMessage message = page.items().get(0);
                      assertThat(message.giphyId()).isNull();
                      assertThat(message.releaseForms()).isNull();
                      assertThat(Objects.requireNonNull(message.fromUser()).view()).isEqualTo("s");
                      MediaVideoSources sources =
                          Objects.requireNonNull(message.media().get(0).videoSources());
                      assertThat(sources.additionalProperties()).isEmpty();
                    })));

    cases.add(
        ask("a mass message with a type of medium that is newer than the SDK")
            .given(ProviderState.NEW_MEDIA_TYPE_IN_MASS_MESSAGE)
            .answers(200, Shapes.everyItemHas(PAGE, Contracts.withNewMediaType("MassMessagesFull")))
            .gives(
                page(
                    page -> {
                      Media medium = page.items().get(0).media().get(0);
                      assertThat(medium.type()).isEqualTo(MediaType.UNKNOWN_TO_SDK_VERSION);
                      assertThat(medium.typeAsString()).isEqualTo(Contracts.NEW_MEDIA_TYPE);
                    })));

    cases.add(
        minimal(
            "sent mass messages",
            ProviderState.MINIMAL_MASS_MESSAGES,
            "type",
            "sent",
            q -> q.status(MassMessageStatus.SENT)));
    cases.add(
        minimal(
            "mass messages that were taken back",
            ProviderState.UNSENT_MASS_MESSAGE,
            "type",
            "unsent",
            q -> q.status(MassMessageStatus.UNSENT)));
    cases.add(
        minimal(
            "a page of one mass message",
            ProviderState.MINIMAL_MASS_MESSAGES,
            "limit",
            "1",
            q -> q.pageSize(1)));

    cases.addAll(ErrorContract.strict(OPERATION, MassMessagesContract::firstPage));
    return cases;
  }

  @Override
  public List<ContractCase> live() {
    return Contracts.live(OPERATION, PAGE, "MassMessagesFull", MassMessagesContract::firstPage);
  }

  private static ContractCase ask(String description) {
    return ContractCase.of(OPERATION, description);
  }

  private static ContractCase minimal(
      String description,
      ProviderState state,
      String parameter,
      String value,
      Consumer<MassMessageListQuery.Builder> query) {
    MassMessageListQuery.Builder builder = MassMessageListQuery.builder();
    query.accept(builder);
    return ask(description)
        .given(state)
        .query(parameter, value)
        .answers(200, Shapes.everyItemLike(PAGE, "MassMessagesMinimal"))
        .gives(page(builder, page -> assertThat(page.items()).hasSize(1)));
  }

  private static Consumer<OfAuthConnection> page(Consumer<Page<MassMessage>> check) {
    return page(MassMessageListQuery.builder(), check);
  }

  private static Consumer<OfAuthConnection> page(
      MassMessageListQuery.Builder query, Consumer<Page<MassMessage>> check) {
    return connection -> check.accept(connection.massMessages().list(query.build()).firstPage());
  }

  private static void firstPage(OfAuthConnection connection) {
    assertThat(connection.massMessages().list().firstPage().items()).isNotEmpty();
  }
}
