package com.ofauth.access.json;

import com.squareup.moshi.JsonClass;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Lets Retrofit read and write the wire models as {@link OfAuthJson} does.
 *
 * <p>Safe for use by several threads.
 */
public final class OfAuthConverterFactory extends Converter.Factory {
  private static final MediaType JSON = MediaType.get("application/json");

  /** Makes a factory. All are alike. */
  public OfAuthConverterFactory() {}

  @Override
  public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return isModel(type) ? reader((Class<?>) type) : null;
  }

  @Override
  public @Nullable Converter<?, RequestBody> requestBodyConverter(
      Type type,
      Annotation[] parameterAnnotations,
      Annotation[] methodAnnotations,
      Retrofit retrofit) {
    return isModel(type) ? writer((Class<?>) type) : null;
  }

  private static boolean isModel(Type type) {
    return type instanceof Class<?> model && model.isAnnotationPresent(JsonClass.class);
  }

  private static <T> Converter<ResponseBody, T> reader(Class<T> model) {
    return body -> {
      try (body) {
        return OfAuthJson.read(model, body.source());
      }
    };
  }

  private static <T> Converter<T, RequestBody> writer(Class<T> model) {
    return value -> RequestBody.create(OfAuthJson.write(model, value), JSON);
  }
}
