package com.ofauth.access.jackson2;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.ofauth.access.model.OfAuthJson;
import java.io.IOException;
import java.io.StringWriter;

/**
 * Reads a model from the tokens that come, copied as JSON.
 *
 * @param <T> the model
 */
final class ModelDeserializer<T> extends StdDeserializer<T> {
  private static final long serialVersionUID = 1;
  private static final JsonFactory JSON = new JsonFactory();

  private final Class<T> model;

  ModelDeserializer(Class<T> model) {
    super(model);
    this.model = model;
  }

  @Override
  public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
    StringWriter json = new StringWriter();
    try (JsonGenerator copy = JSON.createGenerator(json)) {
      copy(in, copy);
    }
    try {
      return OfAuthJson.read(model, json.toString());
    } catch (IllegalArgumentException e) {
      return context.reportInputMismatch(this, "%s", e.getMessage());
    }
  }

  private static void copy(JsonParser in, JsonGenerator copy) throws IOException {
    int depth = 0;
    if (in.hasToken(JsonToken.FIELD_NAME)) {
      // The type was read before, and the object entered.
      copy.writeStartObject();
      depth = 1;
    }
    while (true) {
      JsonToken token = in.currentToken();
      copy.copyCurrentEventExact(in);
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      }
      if (depth == 0) {
        return;
      }
      in.nextToken();
    }
  }

  @Override
  public Object deserializeWithType(
      JsonParser in, DeserializationContext context, TypeDeserializer types) throws IOException {
    return types.deserializeTypedFromObject(in, context);
  }
}
