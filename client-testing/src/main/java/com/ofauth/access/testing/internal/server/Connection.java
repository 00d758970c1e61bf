package com.ofauth.access.testing.internal.server;

import com.ofauth.access.testing.internal.exchange.Exchange;
import io.netty.channel.Channel;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.AttributeKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The state of one TCP connection. Lives on the event loop of its channel. */
final class Connection {
  private static final AttributeKey<Connection> KEY = AttributeKey.valueOf(Connection.class, "key");
  private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(1);

  private final Channel channel;
  private final Exchange.Receiver receiver;
  private final int number;
  private int requests;
  private int inFlight;
  private boolean left;
  private volatile boolean endedByProvider;
  private @Nullable Future<?> idleTimer;

  private Connection(Channel channel, Exchange.Receiver receiver) {
    this.channel = channel;
    this.receiver = receiver;
    this.number = receiver.connectionOpened();
  }

  static Connection open(Channel channel, Exchange.Receiver receiver) {
    Connection connection = new Connection(channel, receiver);
    channel.attr(KEY).set(connection);
    channel.closeFuture().addListener(closed -> receiver.connectionClosed());
    return connection;
  }

  static Connection of(Channel channel) {
    return channel.attr(KEY).get();
  }

  Exchange.Receiver receiver() {
    return receiver;
  }

  /** Counts the connections of a provider from 1. */
  int number() {
    return number;
  }

  /** The address of the provider that the client connected to. */
  InetAddress localAddress() {
    return ((InetSocketAddress) channel.localAddress()).getAddress();
  }

  /** Counts a request, and gives its number on this connection. */
  int requestStarted() {
    stopIdleTimer();
    inFlight++;
    return ++requests;
  }

  /** A request has its whole answer, or never gets it. */
  void requestEnded() {
    inFlight--;
    Duration limit = left ? TIME_TO_CLOSE : receiver.idleTimeout();
    if (isIdle() && limit != null && channel.isActive()) {
      idleTimer =
          channel.eventLoop().schedule(this::closeIfIdle, limit.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  boolean isEndedByProvider() {
    return endedByProvider;
  }

  /** Closes the connection in order. */
  void close() {
    endedByProvider = true;
    stopIdleTimer();
    var unused = channel.close();
  }

  /**
   * Leaves the closing to a client that was told to go away, as servers do. If they closed at once,
   * what the client still sends would reset the connection, and with it an answer that is on its
   * way.
   */
  void letClientClose() {
    left = true;
  }

  boolean isIdle() {
    return inFlight == 0;
  }

  private void closeIfIdle() {
    if (isIdle()) {
      close();
    }
  }

  /** Resets the connection: the client sees "connection reset". */
  void reset() {
    if (channel instanceof SocketChannel socket && socket.isActive()) {
      // Without lingering, closing sends RST instead of FIN.
      socket.config().setSoLinger(0);
    }
    close();
  }

  private void stopIdleTimer() {
    Future<?> timer = idleTimer;
    if (timer != null) {
      timer.cancel(false);
      idleTimer = null;
    }
  }
}
