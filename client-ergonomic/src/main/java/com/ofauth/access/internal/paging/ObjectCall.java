package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.OfAuthResponse;
import com.ofauth.access.decoding.ValidationMode;
import com.ofauth.access.internal.http.ApiRequest;
import com.ofauth.access.internal.http.ApiResponse;
import com.ofauth.access.internal.http.BodyDecoder;
import com.ofauth.access.internal.json.ModelAdapter;
import com.ofauth.access.model.Deviation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import okhttp3.Request;
import retrofit2.Call;
import retrofit2.Invocation;

/** One call for one object: no page, no walk, the same stack. */
final class ObjectCall<R> {
  private final ConnectionScope scope;
  private final ModelAdapter<R> adapter;

  ObjectCall(ConnectionScope scope, Class<R> type) {
    this.scope = scope;
    this.adapter = scope.apis().adapter(type);
  }

  /**
   * Sends the request of a call that the generated interface has built and that is not executed.
   */
  OfAuthResponse<R> send(String operationId, Call<R> call) {
    // Retrofit tags the request with the arguments of the call.
    Request http = call.request().newBuilder().tag(Invocation.class, null).build();
    // Each attempt decodes anew, and the last one counts.
    List<Deviation> told = new ArrayList<>(0);
    Consumer<Deviation> keep =
        scope.validationMode() == ValidationMode.STRICT
            ? null
            : deviation -> PageDecoder.keep(deviation, told, scope.secrets());
    BodyDecoder<R> decoder =
        (json, deadline) -> {
          told.clear();
          return BodyDecoder.read(adapter, keep, json, deadline);
        };
    ApiRequest<R> request =
        new ApiRequest<>(operationId, scope.connectionId(), http, decoder, /* keepsBody= */ true);
    ApiResponse<R> response = scope.stack().send(request);
    DeviationReport report =
        new DeviationReport(scope.stack().listener(), /* onUndecodableItem= */ null);
    told.forEach(deviation -> report.tell(request.call(), deviation));
    return bridge()
        .response(response.body(), response.headers(), Objects.requireNonNull(response.raw()));
  }
}
