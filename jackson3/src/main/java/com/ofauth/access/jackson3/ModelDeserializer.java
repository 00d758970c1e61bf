package com.ofauth.access.jackson3;

import com.ofauth.access.model.OfAuthJson;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;

/**
 * Reads a model from the tokens that come, copied as JSON.
 *
 * @param <T> the model
 */
final class ModelDeserializer<T> extends StdDeserializer<T> {
  private static final JsonFactory JSON = new JsonFactory();

  private final Class<T> model;

  ModelDeserializer(Class<T> model) {
    super(model);
    this.model = model;
  }

  @Override
  public T deserialize(JsonParser in, DeserializationContext context) {
    StringWriter json = new StringWriter();
    try (JsonGenerator copy = JSON.createGenerator(ObjectWriteContext.empty(), json)) {
      copy(in, copy);
    }
    try {
      return OfAuthJson.read(model, json.toString());
    } catch (IllegalArgumentException e) {
      return context.reportInputMismatch(this, "%s", e.getMessage());
    }
  }

  private static void copy(JsonParser in, JsonGenerator copy) {
    int depth = 0;
    if (in.hasToken(JsonToken.PROPERTY_NAME)) {
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
      JsonParser in, DeserializationContext context, TypeDeserializer types) {
    return types.deserializeTypedFromObject(in, context);
  }
}
