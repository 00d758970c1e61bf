package com.ofauth.access.internal.http;

import com.ofauth.access.internal.json.PrintableText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import okhttp3.OkHttp;

/** Who sends a request: the application, if it has a name, this SDK, Java and OkHttp. */
public final class UserAgent {
  private static final String VERSION = "/com/ofauth/access/internal/http/version.properties";

  private static final String SDK =
      "ofauth-access-java/"
          + sdkVersion()
          + " (java "
          + System.getProperty("java.version")
          + "; okhttp "
          + okHttpVersion()
          + ")";

  private UserAgent() {}

  /** The value without an application. */
  public static String ofSdk() {
    return SDK;
  }

  /** The value for an application, whose name and version stand in front. */
  public static String of(String appName, String appVersion) {
    return token("name", appName) + "/" + token("version", appVersion) + " " + SDK;
  }

  private static String token(String what, String text) {
    if (!text.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")) {
      throw new IllegalArgumentException(
          "appInfo "
              + what
              + " must be 1 to 100 letters, digits or characters of !#$%&'*+.^_`|~- without spaces: \""
              + PrintableText.of(text)
              + "\"");
    }
    return text;
  }

  /**
   * The build puts it there: the manifest of a jar is lost when jars are merged. The path is
   * absolute, since a shrinker moves classes, but not files.
   */
  private static String sdkVersion() {
    Properties properties = new Properties();
    try (InputStream file = UserAgent.class.getResourceAsStream(VERSION)) {
      if (file != null) {
        properties.load(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }

  /** By reflection: the compiler would put in the version that it sees. */
  private static String okHttpVersion() {
    try {
      return String.valueOf(OkHttp.class.getField("VERSION").get(null));
    } catch (ReflectiveOperationException e) {
      return OkHttp.VERSION;
    }
  }
}
