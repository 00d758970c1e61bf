package com.ofauth.access.internal.http;

import com.ofauth.access.internal.api.FailureDetails.Retry;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Maps an I/O error to a message and to whether a retry can help. */
final class IoErrorClassifier {
  /** OkHttp's words, since it has no class for it. */
  private static final Pattern REFUSED_BY_PROXY =
      Pattern.compile("Unexpected response code for CONNECT: ([0-9]+)");

  private static final Pattern REFUSED_CREDENTIALS =
      Pattern.compile(
          "Failed to authenticate with proxy|SOCKS ?: authentication failed"
              + "|SOCKS ?: No acceptable methods|SOCKS ?: Connection not allowed by ruleset");

  /**
   * Okio's words where a line does not end. No line of HTTP begins with a control character, as an
   * alert of TLS does.
   */
  private static final Pattern CUT_OFF_NO_TEXT =
      Pattern.compile("not found: limit=[0-9]+ content=(?:0[0-8bcef]|1[0-9a-f])");

  private IoErrorClassifier() {}

  static String describe(IOException e, Secrets secrets) {
    String message = e.getMessage();
    String said = message == null ? e.getClass().getSimpleName() : secrets.foreign(message);
    return e instanceof InterimResponseException || e instanceof ApiKeyWithheldException
        ? said
        : describe(e) + ": " + said;
  }

  private static String describe(IOException e) {
    if (isRefusedByProxy(e)) {
      return "The proxy refused the connection; check its address and credentials";
    }
    if (e instanceof UnknownHostException) {
      return "The host name could not be resolved; check the base URL and the network";
    }
    if (e instanceof ConnectException) {
      return "Could not connect to the service; check the base URL, the network and its proxy";
    }
    if (e instanceof SocketTimeoutException) {
      return "The connect or read timeout expired";
    }
    if (isUntrusted(e)) {
      return "The server's certificate is not trusted";
    }
    if (isNotTls(e)) {
      return "The server does not speak TLS at this port; check the base URL";
    }
    if (isFailedHandshake(e)) {
      return "The TLS handshake failed";
    }
    if (e instanceof SSLHandshakeException) {
      return "The TLS handshake broke off; check that the base URL names a port with TLS";
    }
    if (isNotHttp(e)) {
      return "The server does not speak HTTP at this port, or only with TLS; check the base URL";
    }
    return "The connection failed before the response was complete";
  }

  static Retry retry(IOException e) {
    if (isRefusedByProxy(e)) {
      return mayPass(e) ? Retry.ALWAYS : Retry.NEVER;
    }
    if (isUntrusted(e)
        || isNotTls(e)
        || isFailedHandshake(e)
        || isNotHttp(e)
        || isBug(e)
        || e instanceof UnknownServiceException
        || e instanceof ApiKeyWithheldException) {
      return Retry.NEVER;
    }
    return e instanceof ConnectException || e instanceof UnknownHostException
        ? Retry.ALWAYS
        : Retry.IF_IDEMPOTENT;
  }

  private static boolean isRefusedByProxy(IOException e) {
    String message = String.valueOf(e.getMessage());
    return REFUSED_BY_PROXY.matcher(message).find() || REFUSED_CREDENTIALS.matcher(message).find();
  }

  /** A failed proxy may recover; a proxy that forbids the request forbids it again. */
  private static boolean mayPass(IOException e) {
    Matcher refused = REFUSED_BY_PROXY.matcher(String.valueOf(e.getMessage()));
    return refused.find()
        && Stream.of("408", "429", "500", "502", "503", "504").anyMatch(refused.group(1)::equals);
  }

  /** An interceptor threw what it must not; OkHttp attaches it to an I/O error of its own. */
  private static boolean isBug(IOException e) {
    return Stream.of(e.getSuppressed()).anyMatch(t -> !(t instanceof IOException));
  }

  /** A retry does not make a certificate valid. */
  private static boolean isUntrusted(IOException e) {
    return hasCause(e, CertificateException.class) || hasCause(e, SSLPeerUnverifiedException.class);
  }

  /** By the JDK's words, since it has no class for it. */
  private static boolean isNotTls(IOException e) {
    return e instanceof SSLException
        && String.valueOf(e.getMessage()).contains("Unsupported or unrecognized SSL message");
  }

  /** Client and server do not agree on TLS. A connection that breaks is a different case. */
  private static boolean isFailedHandshake(IOException e) {
    return e instanceof SSLHandshakeException && !isBroken(e);
  }

  private static boolean isBroken(IOException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof IOException && !(t instanceof SSLException)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNotHttp(IOException e) {
    return isNoStatusLine(e)
        || (e.getCause() instanceof EOFException end
            && CUT_OFF_NO_TEXT.matcher(String.valueOf(end.getMessage())).find());
  }

  /** By OkHttp's words. */
  static boolean isNoStatusLine(IOException e) {
    return String.valueOf(e.getMessage()).startsWith("Unexpected status line");
  }

  private static boolean hasCause(IOException e, Class<? extends Throwable> type) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }
}
