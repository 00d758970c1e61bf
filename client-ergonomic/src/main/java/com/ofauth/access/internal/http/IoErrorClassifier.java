package com.ofauth.access.internal.http;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.TransportException;
import com.ofauth.access.internal.api.FailureDetails.Retry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What an I/O error means. */
final class IoErrorClassifier {
  private IoErrorClassifier() {}

  static TransportException of(ApiRequest<?> request, IOException e, Secrets secrets) {
    String message = secrets.redact(String.valueOf(e.getMessage()));
    return bridge()
        .transport(
            request
                .failure(describe(e) + ": " + message)
                .retry(retry(e))
                .because(secrets.redact(e)));
  }

  private static String describe(IOException e) {
    if (e instanceof UnknownHostException) {
      return "The host name could not be resolved; check the base URL and the network";
    }
    if (e instanceof ConnectException) {
      return "No connection to the service came about";
    }
    if (e instanceof SocketTimeoutException) {
      return "The connect or read timeout passed";
    }
    return isUntrusted(e)
        ? "The server's certificate is not trusted"
        : "The connection failed before the answer was complete";
  }

  private static Retry retry(IOException e) {
    if (isUntrusted(e)
        || isBug(e)
        || e instanceof UnknownServiceException
        || e instanceof ApiKeyWithheldException) {
      return Retry.NEVER;
    }
    return e instanceof ConnectException || e instanceof UnknownHostException
        ? Retry.ALWAYS
        : Retry.IF_IDEMPOTENT;
  }

  /** An interceptor threw what it must not; OkHttp attaches it to an I/O error of its own. */
  private static boolean isBug(IOException e) {
    return Stream.of(e.getSuppressed()).anyMatch(t -> !(t instanceof IOException));
  }

  /** No later attempt makes a certificate good. */
  private static boolean isUntrusted(IOException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof CertificateException || t instanceof SSLPeerUnverifiedException) {
        return true;
      }
    }
    return false;
  }
}
