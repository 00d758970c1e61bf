package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.OfAuthResponse;
import com.ofauth.access.model.Self;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the SDK needs of {@code GET /v2/access/self}. */
final class SelfContract implements EndpointContract {
  private static final String OPERATION = "getSelf";
  private static final String SCHEMA = "Self";

  @Override
  public List<ContractCase> strict() {
    List<ContractCase> cases = new ArrayList<>();
    cases.add(
        ContractCase.of(OPERATION, "an account with every known field")
            .given(ProviderState.FULL_SELF)
            .answers(200, Shapes.listed(SCHEMA, "SelfFull"), Contracts.RATE_LIMIT_HEADERS)
            .gives(
                self(
                    response -> {
                      assertThat(response.rateLimit()).isPresent();
                      assertThat(Json.parse(response.value().toJson()))
                          .isEqualTo(Json.parse(Spec.ACCESS.example("SelfFull").toString()));
                    })));
    cases.add(
        ContractCase.of(OPERATION, "an account with only the required fields")
            .given(ProviderState.MINIMAL_SELF)
            .answers(200, Shapes.listed(SCHEMA, "SelfMinimal"))
            .gives(self(response -> assertThat(response.value().name()).isNull())));
    cases.addAll(ErrorContract.strict(OPERATION, self(response -> {})));
    return cases;
  }

  @Override
  public List<ContractCase> live() {
    return Contracts.live(
        OPERATION,
        SCHEMA,
        "SelfFull",
        self(response -> assertThat(response.value().id()).isPositive()));
  }

  private static Consumer<OfAuthConnection> self(Consumer<OfAuthResponse<Self>> check) {
    return connection -> check.accept(connection.account().self());
  }
}
