// Generated from the OpenAPI document by the templates of this module. Do not edit.
package com.ofauth.access.golden.api;

import com.ofauth.access.golden.model.Thing;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.QueryMap;

/**
 * The operations of the API with the tag Things, as Retrofit implements them: safe for use by
 * several threads.
 */
public interface ThingsApi {

  /**
   * Get a thing.
   *
   * <p>Gives one thing.
   *
   * @param apiKey the header {@code apiKey}. The key.
   * @param xConnectionId the header {@code x-connection-id}. The connection.
   * @param thingId "thingId". Id of the thing.
   * @param limit "limit", at least 1, at most 20; null leaves it out. Number of parts.
   * @param order "order"; null leaves it out. Order of the parts.
   * @param additionalQueryParams query parameters that this version does not know
   * @return the call, not yet executed
   */
  @GET("things/{thingId}")
  Call<Thing> getThing(
      @Header("apiKey") String apiKey,
      @Header("x-connection-id") String xConnectionId,
      @Path("thingId") Long thingId,
      @Query("limit") @Nullable Integer limit,
      @Query("order") @Nullable String order,
      @QueryMap Map<String, String> additionalQueryParams);
}
