package com.ofauth.access.testing.internal.server;

import com.ofauth.access.testing.internal.exchange.Headers;
import com.ofauth.access.testing.internal.exchange.ResponseDelivery.After;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What HTTP/1.1 and HTTP/2 do differently. One for each exchange. */
abstract class Transport {
  final Channel channel;
  final Connection connection;

  Transport(Channel channel, Connection connection) {
    this.channel = channel;
    this.connection = connection;
  }

  /**
   * The start of an answer.
   *
   * @param http10 whether HTTP/1.0 is asked for
   * @param statusText the text of the status line, or null for the usual one
   */
  record Head(int status, Headers headers, boolean http10, @Nullable String statusText) {}

  /**
   * Announces that the connection ends after this answer, where the protocol has a frame for it.
   */
  abstract void goAway();

  /** Sends an interim response. */
  abstract void interim(int status);

  abstract void head(Head head, boolean chunked);

  abstract void body(ByteBuf part);

  /** Ends the body. */
  abstract ChannelFuture end();

  /** Refuses the request without an answer. */
  abstract void refuseStream();

  /** Ends an unfinished body: the stream on HTTP/2, the connection on HTTP/1.1. */
  abstract void abort();

  /** Whether a whole answer on HTTP/2 leaves its connection open where HTTP/1.1 closes it. */
  abstract boolean isStream();

  final void run(Runnable action) {
    channel.eventLoop().execute(action);
  }

  final void runAfter(Duration delay, Runnable action) {
    Future<?> timer = channel.eventLoop().schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    channel.closeFuture().addListener(closed -> timer.cancel(false));
  }

  /** Does what must precede the answer. */
  final void prepare(After after) {
    if (after == After.REFUSE_CONNECTIONS) {
      connection.receiver().stopListening();
    } else if (after == After.GO_AWAY) {
      goAway();
    }
  }

  final void afterFlush(Runnable action) {
    channel
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener((ChannelFutureListener) flushed -> action.run());
  }

  /** After a whole answer: HTTP/2 keeps its connection unless the fault is about connections. */
  final void endConnection(After after) {
    if (isStream() && after == After.GO_AWAY) {
      connection.letClientClose();
    } else if (!isStream() || after != After.KEEP) {
      connection.close();
    }
  }
}
