package com.ofauth.access;

import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okio.ByteString;

/** One attempt: sends, reads the whole body, and decodes it. */
final class SendStage implements Stage {
  private final OkHttpClient http;

  SendStage(OkHttpClient http) {
    this.http = http;
  }

  @Override
  public <R> ApiResponse<R> send(ApiRequest<R> request) {
    try (Response response = http.newCall(request.http()).execute()) {
      ByteString raw =
          Objects.requireNonNull(response.body(), "an executed call has a body").byteString();
      if (response.code() != 200) {
        throw new OfAuthException(
            request
                + " was answered with status "
                + response.code()
                + ": "
                + ErrorBody.summary(raw),
            null,
            response.code());
      }
      return new ApiResponse<>(
          request.decoder().decode(raw), response.code(), response.headers(), raw);
    } catch (JsonDataException e) {
      throw new OfAuthException(
          request + " was answered with a body that breaks the API's contract: " + e.getMessage(),
          e,
          200);
    } catch (IOException e) {
      throw new OfAuthException(request + " failed: " + e.getMessage(), e, 0);
    }
  }
}
