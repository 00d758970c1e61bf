package com.ofauth.access.internal.api;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What the body of an error says, in whatever dialect: {@code error}, {@code type}, {@code
 * requestId} and {@code actionRequired}; {@code error} or {@code message} with {@code code}; or
 * nothing that we know.
 */
public final class ErrorBody {
  private @Nullable String text;
  private @Nullable String type;
  private @Nullable String code;
  private @Nullable String requestId;
  private @Nullable String actionRequired;

  private ErrorBody() {}

  /** Reads what there is to read; a body that is no JSON object, or breaks off, is no error. */
  public static ErrorBody parse(String body) {
    ErrorBody parsed = new ErrorBody();
    try {
      JsonReader reader = JsonReader.of(new Buffer().writeUtf8(body));
      parsed.readObject(reader, true);
    } catch (IOException | JsonDataException e) {
      // HTML, an empty body, a body cut short: what was read before still counts.
    }
    return parsed;
  }

  /** The service's own words, or null. */
  @Nullable String text() {
    return text;
  }

  /** The type of the current dialect, else the code of the older ones, or null. */
  public @Nullable String type() {
    return type != null ? type : code;
  }

  @Nullable String requestId() {
    return requestId;
  }

  @Nullable String actionRequired() {
    return actionRequired;
  }

  private void readObject(JsonReader reader, boolean top) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
      return;
    }
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      // Gateways are known to wrap their errors: {"error": {"message": …, "code": …}}.
      if (top && name.equals("error") && reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
        readObject(reader, false);
      } else {
        keep(name, scalar(reader));
      }
    }
    reader.endObject();
  }

  private void keep(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return;
    }
    switch (name) {
      case "error", "message" -> text = text == null ? value : text;
      case "type" -> type = value;
      case "code" -> code = value;
      case "requestId" -> requestId = value;
      case "actionRequired" -> actionRequired = value;
      default -> {
        // What we do not know stays in the body's head, which the exception keeps.
      }
    }
  }

  private static @Nullable String scalar(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case STRING, NUMBER -> reader.nextString();
      default -> {
        reader.skipValue();
        yield null;
      }
    };
  }
}
