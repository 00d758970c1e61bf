package com.ofauth.access.jackson2.boot;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ofauth.access.jackson2.OfAuthJacksonModule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Adds {@link OfAuthJacksonModule} to the {@code ObjectMapper} of Spring Boot 3. For Spring only.
 */
@AutoConfiguration(
    beforeName = "org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration")
@ConditionalOnClass(ObjectMapper.class)
public class OfAuthJacksonAutoConfiguration {
  /** For Spring. */
  public OfAuthJacksonAutoConfiguration() {}

  /** {@return the module, unless the program has one of its own} */
  @Bean
  @ConditionalOnMissingBean
  public OfAuthJacksonModule ofAuthJacksonModule() {
    return new OfAuthJacksonModule();
  }
}
