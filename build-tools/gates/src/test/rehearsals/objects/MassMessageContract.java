package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.model.MassMessage;
import com.ofauth.access.model.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the SDK needs of {@code GET /v2/access/mass-messages/{massMessageId}}. */
final class MassMessageContract implements EndpointContract {
  private static final String OPERATION = "getMassMessage";
  private static final String SCHEMA = "MassMessage";
  private static final long ID = 6_900_123_456_789L;

  @Override
  public List<ContractCase> strict() {
    List<ContractCase> cases = new ArrayList<>();
    cases.add(
        ContractCase.of(OPERATION, "a mass message with every known field")
            .given(ProviderState.FULL_MASS_MESSAGE)
            .answers(
                200,
                Shapes.everyItemLike(SCHEMA, first("MassMessagesFull")),
                Contracts.RATE_LIMIT_HEADERS)
            .gives(
                message(
                    message ->
                        assertThat(Json.parse(message.toJson()))
                            .isEqualTo(Json.parse(first("MassMessagesFull").toString())))));
    cases.add(
        ContractCase.of(OPERATION, "a mass message with only the required fields")
            .given(ProviderState.MINIMAL_MASS_MESSAGE)
            .answers(200, Shapes.everyItemLike(SCHEMA, "MassMessageMinimal"))
            .gives(message(message -> assertThat(message.price()).isNull())));
    cases.add(
        ContractCase.of(OPERATION, "a mass message with a null wherever one can be")
            .given(ProviderState.NULLS_IN_MASS_MESSAGE)
            .answers(200, Shapes.everyItemLike(SCHEMA, first("MassMessagesScheduled")))
            .gives(message(message -> assertThat(message.giphyId()).isNull())));
    cases.add(
        ContractCase.of(OPERATION, "a type of medium that is newer than the SDK")
            .given(ProviderState.NEW_MEDIA_TYPE_OF_MASS_MESSAGE)
            .answers(
                200,
                Shapes.everyItemHas(SCHEMA, Contracts.withNewMediaType("MassMessagesFull").at("/list/0")))
            .gives(
                message(
                    message ->
                        assertThat(message.media().get(0).type())
                            .isEqualTo(MediaType.UNKNOWN_TO_SDK_VERSION))));
    cases.addAll(ErrorContract.strict(OPERATION, message(message -> {})));
    return ofTheMessage(cases);
  }

  @Override
  public List<ContractCase> live() {
    return ofTheMessage(
        Contracts.live(
            OPERATION,
            SCHEMA,
            first("MassMessagesFull"),
            message(message -> assertThat(message.id()).isPositive())));
  }

  private static List<ContractCase> ofTheMessage(List<ContractCase> cases) {
    cases.forEach(one -> one.at("massMessageId", Long.toString(ID)));
    return cases;
  }

  private static JsonNode first(String page) {
    return Contracts.listOf(page).get(0);
  }

  private static Consumer<OfAuthConnection> message(Consumer<MassMessage> check) {
    return connection -> check.accept(connection.massMessages().get(ID).value());
  }
}
