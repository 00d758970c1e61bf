package com.ofauth.access.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The tag of the request of one attempt. One attempt sends its request once. OkHttp may send it
 * again only when a connection broke that had brought a response before, or when another address is
 * left.
 */
public final class SendOnceTag {
  private boolean begun;
  private boolean sent;
  private @Nullable IOException failure;
  private boolean free;
  private @Nullable Response headOnly;
  private final Set<InetSocketAddress> failedAddresses = new HashSet<>();

  /** The tag of the call, whatever an interceptor has done to the request. */
  static SendOnceTag of(Call call) {
    return Objects.requireNonNull(
        call.request().tag(SendOnceTag.class), "each call is made by SendStage");
  }

  /** The request as it is sent by one attempt. */
  static Request tagged(Request request) {
    Request.Builder once = request.newBuilder().tag(SendOnceTag.class, new SendOnceTag());
    RequestBody body = request.body();
    return body == null
        ? once.build()
        : once.method(request.method(), new OneShotBody(body)).build();
  }

  /** The request passes the user's interceptors. This must happen once. */
  synchronized void begin() throws IOException {
    if (begun) {
      throw ApiKeyWithheldException.fromSecondSending();
    }
    begun = true;
  }

  /** The request is about to be written to a connection. */
  synchronized void send(Connection connection, boolean served) throws IOException {
    if (sent) {
      if (failure == null) {
        throw ApiKeyWithheldException.fromSecondSending();
      }
      if (!free && !served && failedAddresses.contains(address(connection))) {
        throw new NotRepeatedException(failure);
      }
    }
    sent = true;
    failure = null;
  }

  /**
   * No complete head of a response came.
   *
   * @param served whether the connection had brought a response before
   */
  synchronized void fail(IOException failure, Connection connection, boolean served) {
    this.failure = failure;
    this.free = served && !(failure instanceof InterruptedIOException);
    // A connection that has served says nothing of its address.
    if (!served) {
      failedAddresses.add(address(connection));
    }
  }

  /** The head of a response came, and OkHttp would fail over the length of its body. */
  synchronized void unreadableBody(Response response) {
    headOnly = response;
  }

  /** The response whose body can't be read, or null. */
  synchronized @Nullable Response headOnly() {
    return headOnly;
  }

  /** A proxy has refused the request, and no server has seen it. */
  synchronized void refusedByProxy() {
    sent = false;
  }

  /** What failed before OkHttp asked for another sending. */
  static IOException unwrap(IOException e) {
    return e instanceof NotRepeatedException && e.getCause() instanceof IOException cause
        ? cause
        : e;
  }

  private static InetSocketAddress address(Connection connection) {
    return connection.route().socketAddress();
  }

  /** Stops OkHttp from sending a request again that needs a token. The cause is the failure. */
  private static final class NotRepeatedException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    NotRepeatedException(IOException failure) {
      super(failure.getMessage());
      initCause(failure);
    }
  }

  /**
   * A body that OkHttp writes at most once. The SDK, not OkHttp, decides whether a request that
   * changes data is sent again.
   */
  private static final class OneShotBody extends RequestBody {
    private final RequestBody body;

    OneShotBody(RequestBody body) {
      this.body = body;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }
  }
}
