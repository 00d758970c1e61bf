package com.ofauth.access.jackson2;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.ofauth.access.model.OfAuthModel;
import org.jspecify.annotations.Nullable;

/**
 * Lets Jackson 2 write and read the models as their JSON, in every data format, without losing
 * anything: unknown properties, explicit nulls, values that did not come as declared, and every
 * digit of a number. Naming strategies, inclusion rules and mix-ins do not apply to models.
 *
 * <p>Spring Boot 3 finds the module by itself. Elsewhere: {@code mapper.registerModule(new
 * OfAuthJacksonModule())}, or {@code mapper.findAndRegisterModules()}.
 *
 * <p>Safe for use by several threads.
 */
public final class OfAuthJacksonModule extends Module {
  /** Makes a module. All are alike. */
  public OfAuthJacksonModule() {}

  @Override
  public String getModuleName() {
    return "com.ofauth.access";
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    context.addSerializers(
        new Serializers.Base() {
          @Override
          public @Nullable JsonSerializer<?> findSerializer(
              SerializationConfig config, JavaType type, BeanDescription bean) {
            return type.isTypeOrSubTypeOf(OfAuthModel.class) ? new ModelSerializer() : null;
          }
        });
    context.addDeserializers(
        new Deserializers.Base() {
          @Override
          public @Nullable JsonDeserializer<?> findBeanDeserializer(
              JavaType type, DeserializationConfig config, BeanDescription bean) {
            return type.isTypeOrSubTypeOf(OfAuthModel.class) && !type.isInterface()
                ? new ModelDeserializer<>(type.getRawClass())
                : null;
          }
        });
  }
}
