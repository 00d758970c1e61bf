package com.ofauth.access.jackson3;

import com.ofauth.access.model.OfAuthModel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a model token by token. */
final class ModelSerializer extends StdSerializer<OfAuthModel> {
  ModelSerializer() {
    super(OfAuthModel.class);
  }

  @Override
  public void serialize(OfAuthModel model, JsonGenerator out, SerializationContext context) {
    out.writeStartObject();
    writeProperties(out, model.toMap());
    out.writeEndObject();
  }

  @Override
  public void serializeWithType(
      OfAuthModel model, JsonGenerator out, SerializationContext context, TypeSerializer types) {
    WritableTypeId type =
        types.writeTypePrefix(out, context, types.typeId(model, JsonToken.START_OBJECT));
    writeProperties(out, model.toMap());
    types.writeTypeSuffix(out, context, type);
  }

  private static void writeProperties(JsonGenerator out, Map<?, ?> properties) {
    for (Map.Entry<?, ?> property : properties.entrySet()) {
      out.writeName((String) property.getKey());
      write(out, property.getValue());
    }
  }

  private static void write(JsonGenerator out, @Nullable Object value) {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof Long number) {
      out.writeNumber(number);
    } else if (value instanceof BigInteger number) {
      out.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      out.writeNumber(number);
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object item : list) {
        write(out, item);
      }
      out.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      writeProperties(out, map);
      out.writeEndObject();
    } else {
      // A number of more than 1000 digits.
      out.writeNumber(value.toString());
    }
  }
}
