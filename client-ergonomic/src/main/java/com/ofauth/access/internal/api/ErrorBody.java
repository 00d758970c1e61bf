package com.ofauth.access.internal.api;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.function.UnaryOperator;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an error body in each known dialect: {@code error}, {@code type}, {@code requestId}
 * and {@code actionRequired}; or {@code error} or {@code message} with {@code code}.
 */
public final class ErrorBody {
  private @Nullable String text;
  private @Nullable String type;
  private @Nullable String code;
  private @Nullable String requestId;
  private @Nullable String actionRequired;

  private final UnaryOperator<String> clean;
  private boolean hasList;
  private boolean hasError;

  private ErrorBody(UnaryOperator<String> clean) {
    this.clean = clean;
  }

  /**
   * Reads the known fields. A body that is not a JSON object, or that breaks off, is accepted.
   *
   * @param clean makes a value fit for messages
   */
  public static ErrorBody parse(String body, UnaryOperator<String> clean) {
    ErrorBody parsed = new ErrorBody(clean);
    try {
      JsonReader reader = JsonReader.of(new Buffer().writeUtf8(body));
      parsed.readObject(reader, true);
    } catch (IOException | JsonDataException e) {
      // HTML, an empty body, a body cut short: what was read before still counts.
    }
    return parsed;
  }

  /** The message of the service, or null. */
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

  /** Whether this is an error by its content, whatever the status says: no page has this form. */
  public boolean isError() {
    return !hasList && hasError && (text != null || type() != null);
  }

  private void readObject(JsonReader reader, boolean top) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
      return;
    }
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      hasList |= top && name.equals("list") && reader.peek() != JsonReader.Token.NULL;
      hasError |= top && (name.equals("error") || name.equals("type") || name.equals("code"));
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
      case "error", "message" -> text = text == null ? clean.apply(value) : text;
      case "type" -> type = clean.apply(value);
      case "code" -> code = clean.apply(value);
      case "requestId" -> requestId = clean.apply(value);
      case "actionRequired" -> actionRequired = clean.apply(value);
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
