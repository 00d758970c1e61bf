package com.ofauth.access.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.ofauth.access.model.OfAuthModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a model token by token. */
final class ModelSerializer extends StdSerializer<OfAuthModel> {
  private static final long serialVersionUID = 1;

  ModelSerializer() {
    super(OfAuthModel.class);
  }

  @Override
  public void serialize(OfAuthModel model, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    out.writeStartObject();
    writeProperties(out, model.toMap());
    out.writeEndObject();
  }

  @Override
  public void serializeWithType(
      OfAuthModel model, JsonGenerator out, SerializerProvider provider, TypeSerializer types)
      throws IOException {
    WritableTypeId type = types.writeTypePrefix(out, types.typeId(model, JsonToken.START_OBJECT));
    writeProperties(out, model.toMap());
    types.writeTypeSuffix(out, type);
  }

  private static void writeProperties(JsonGenerator out, Map<?, ?> properties) throws IOException {
    for (Map.Entry<?, ?> property : properties.entrySet()) {
      out.writeFieldName((String) property.getKey());
      write(out, property.getValue());
    }
  }

  private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
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
