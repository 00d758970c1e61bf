package com.ofauth.access.testing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * A provider for the tests of a class.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final OfAuthTestExtension ofauth = OfAuthTestExtension.create();
 * }</pre>
 *
 * <p>In a static field one provider serves all tests of the class and is reset before each; in an
 * instance field each test has its own. A test method can also take the {@link OfAuthTestProvider}
 * as a parameter. Tests of one class that share a provider must not run at the same time.
 */
@SuppressWarnings("exports") // A module that uses the extension requires JUnit Jupiter itself.
public final class OfAuthTestExtension
    implements TestInstancePreConstructCallback,
        BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  private final OfAuthTestProviderBuilder builder;
  private @Nullable OfAuthTestProvider provider;
  // Nested test classes run these callbacks too, within those of the outer class.
  private int classes;
  // Whether the provider is as it was started, since no test has had it.
  private boolean fresh;

  private OfAuthTestExtension(OfAuthTestProviderBuilder builder) {
    this.builder = builder;
  }

  /**
   * Uses a provider with the defaults of {@link OfAuthTestProvider#start()}.
   *
   * @return a new extension
   */
  public static OfAuthTestExtension create() {
    return of(OfAuthTestProvider.builder());
  }

  /**
   * Uses a provider with other settings.
   *
   * @param builder not to be changed afterwards
   * @return a new extension
   */
  public static OfAuthTestExtension of(OfAuthTestProviderBuilder builder) {
    return new OfAuthTestExtension(builder);
  }

  /**
   * The provider, started if it is not running yet; it is there for field initializers of the test
   * class, too.
   *
   * @return a provider that listens
   */
  public synchronized OfAuthTestProvider provider() {
    OfAuthTestProvider running = provider;
    if (running == null) {
      running = builder.start();
      provider = running;
      fresh = true;
    }
    return running;
  }

  /** Before the fields of a test class are initialized, which may look at the provider's state. */
  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext factoryContext, ExtensionContext context) {
    ensureFresh();
  }

  @Override
  public synchronized void beforeAll(ExtensionContext context) {
    classes++;
  }

  @Override
  public synchronized void beforeEach(ExtensionContext context) {
    ensureFresh();
    fresh = false;
  }

  @Override
  public synchronized void afterEach(ExtensionContext context) {
    if (classes > 0) {
      provider().failIfCallbackFailed();
    } else {
      stop();
    }
  }

  @Override
  public synchronized void afterAll(ExtensionContext context) {
    if (--classes == 0) {
      stop();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == OfAuthTestProvider.class;
  }

  @Override
  public OfAuthTestProvider resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return provider();
  }

  private synchronized void ensureFresh() {
    if (!fresh) {
      provider().reset();
      fresh = true;
    }
  }

  private void stop() {
    OfAuthTestProvider running = provider;
    provider = null;
    fresh = false;
    if (running != null) {
      running.close();
    }
  }
}
