package com.ofauth.access.internal.paging;

import com.ofauth.access.internal.json.ModelAdapter;
import com.ofauth.access.internal.wire.ChatsApi;
import com.ofauth.access.internal.wire.MassMessagesApi;
import com.ofauth.access.model.OfAuthJson;
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
  private final ChatsApi chats;
  private final MassMessagesApi massMessages;

  public GeneratedApis(HttpUrl baseUrl, OkHttpClient http, String apiKey) {
    Retrofit retrofit =
        new Retrofit.Builder()
            .baseUrl(baseUrl)
            .client(http)
            .addConverterFactory(MoshiConverterFactory.create(OfAuthJson.moshi()))
            .build();
    this.apiKey = apiKey;
    this.chats = retrofit.create(ChatsApi.class);
    this.massMessages = retrofit.create(MassMessagesApi.class);
  }

  public String apiKey() {
    return apiKey;
  }

  <R> ModelAdapter<R> adapter(Class<R> model) {
    return ModelAdapter.of(model);
  }

  public ChatsApi chats() {
    return chats;
  }

  public MassMessagesApi massMessages() {
    return massMessages;
  }
}
