package com.ofauth.access.internal.paging;

import com.ofauth.access.internal.json.ModelAdapter;
import com.ofauth.access.model.OfAuthJson;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/**
 * The generated client, put to work: it builds the requests and knows the JSON; sending is the
 * stack's work.
 */
public final class GeneratedApis {
  private final String apiKey;
  private final Retrofit retrofit;
  private final Map<Class<?>, Object> apis = new ConcurrentHashMap<>();

  public GeneratedApis(HttpUrl baseUrl, OkHttpClient http, String apiKey) {
    this(
        new Retrofit.Builder()
            .baseUrl(baseUrl)
            .client(http)
            .addConverterFactory(MoshiConverterFactory.create(OfAuthJson.moshi()))
            .build(),
        apiKey);
  }

  /** For tests, whose models are others. */
  public GeneratedApis(Retrofit retrofit, String apiKey) {
    this.retrofit = retrofit;
    this.apiKey = apiKey;
  }

  public String apiKey() {
    return apiKey;
  }

  <R> ModelAdapter<R> adapter(Class<R> model) {
    return ModelAdapter.of(model);
  }

  /** One of the interfaces that are generated for the tags of the spec. */
  public <A> A api(Class<A> type) {
    Object known = apis.get(type);
    if (known == null) {
      // Another thread may have made one too: they are alike.
      known = retrofit.create(type);
      apis.put(type, known);
    }
    return type.cast(known);
  }
}
