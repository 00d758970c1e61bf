package com.ofauth.access.testing.internal.server;

import com.ofauth.access.testing.internal.exchange.Exchange;
import com.ofauth.access.testing.internal.exchange.ResponseDelivery;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.util.AttributeKey;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What HTTP/1.1 and HTTP/2 do differently when an exchange ends badly. */
final class Transport {
  private static final AttributeKey<Boolean> ENDED_BY_PROVIDER =
      AttributeKey.valueOf(Transport.class, "endedByProvider");

  private final Channel channel;
  private final Exchange.Receiver receiver;

  Transport(Channel channel, Exchange.Receiver receiver) {
    this.channel = channel;
    this.receiver = receiver;
  }

  /** Says that it was the provider who ended a connection. */
  static void markAsEndedByProvider(Channel connection) {
    connection.attr(ENDED_BY_PROVIDER).set(true);
  }

  /** Whether the provider, not the client, has ended the connection of a channel. */
  static boolean isEndedByProvider(Channel channel) {
    Channel connection = channel instanceof Http2StreamChannel ? channel.parent() : channel;
    return connection.attr(ENDED_BY_PROVIDER).get() != null;
  }

  void run(Runnable action) {
    channel.eventLoop().execute(action);
  }

  void runAfter(Duration delay, Runnable action) {
    Future<?> timer = channel.eventLoop().schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    channel.closeFuture().addListener(closed -> timer.cancel(false));
  }

  /** Does what must precede the answer. */
  void prepare(ResponseDelivery.After after) {
    if (after == ResponseDelivery.After.REFUSE_CONNECTIONS) {
      receiver.stopListening();
    } else if (after == ResponseDelivery.After.GO_AWAY && isStream()) {
      var unused = connection().writeAndFlush(goAway());
    }
  }

  void afterFlush(Runnable action) {
    channel
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener((ChannelFutureListener) flushed -> action.run());
  }

  /** Resets the TCP connection: the client sees "connection reset". */
  void reset() {
    Channel connection = connection();
    if (connection instanceof SocketChannel socket && socket.isActive()) {
      // Without lingering, closing sends RST instead of FIN.
      socket.config().setSoLinger(0);
    }
    markAsEndedByProvider(connection);
    var unused = connection.close();
  }

  void closeConnection() {
    markAsEndedByProvider(connection());
    var unused = connection().close();
  }

  void refuseStream() {
    if (isStream()) {
      channel
          .writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.REFUSED_STREAM))
          .addListener(ChannelFutureListener.CLOSE);
    } else {
      var unused = channel.close();
    }
  }

  /** Ends an unfinished body: the stream on HTTP/2, the connection on HTTP/1.1. */
  void abort() {
    if (isStream()) {
      channel
          .writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR))
          .addListener(ChannelFutureListener.CLOSE);
    } else {
      var unused = channel.close();
    }
  }

  /** After a whole answer: HTTP/2 keeps its connection unless the fault is about connections. */
  void endConnection(ResponseDelivery.After after) {
    if (!isStream() || after != ResponseDelivery.After.KEEP) {
      closeConnection();
    }
  }

  private boolean isStream() {
    return channel instanceof Http2StreamChannel;
  }

  private Channel connection() {
    return isStream() ? channel.parent() : channel;
  }

  private static DefaultHttp2GoAwayFrame goAway() {
    return new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR);
  }
}
