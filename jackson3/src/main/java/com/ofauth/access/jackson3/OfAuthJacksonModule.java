package com.ofauth.access.jackson3;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.ofauth.access.model.OfAuthModel;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.ser.Serializers;

/**
 * Lets Jackson 3 write and read the models as their JSON, in every data format, without losing
 * anything: unknown properties, explicit nulls, values that did not come as declared, and every
 * digit of a number. Naming strategies, inclusion rules and mix-ins do not apply to models.
 *
 * <p>Spring Boot 4 finds the module by itself. Elsewhere: {@code JsonMapper.builder().addModule(new
 * OfAuthJacksonModule())}, or {@code findAndAddModules()}.
 *
 * <p>Safe for use by several threads.
 */
public final class OfAuthJacksonModule extends JacksonModule {
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
          public @Nullable ValueSerializer<?> findSerializer(
              SerializationConfig config,
              JavaType type,
              BeanDescription.Supplier bean,
              JsonFormat.@Nullable Value format) {
            return type.isTypeOrSubTypeOf(OfAuthModel.class) ? new ModelSerializer() : null;
          }
        });
    context.addDeserializers(
        new Deserializers.Base() {
          @Override
          public @Nullable ValueDeserializer<?> findBeanDeserializer(
              JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
            return type.isTypeOrSubTypeOf(OfAuthModel.class) && !type.isInterface()
                ? new ModelDeserializer<>(type.getRawClass())
                : null;
          }

          @Override
          public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return OfAuthModel.class.isAssignableFrom(type) && !type.isInterface();
          }
        });
  }
}
