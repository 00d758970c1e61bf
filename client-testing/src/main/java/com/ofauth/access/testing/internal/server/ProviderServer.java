package com.ofauth.access.testing.internal.server;

import com.ofauth.access.testing.AddressMode;
import com.ofauth.access.testing.internal.exchange.Exchange;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelMatcher;
import io.netty.channel.group.ChannelMatchers;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * The addresses and connections of one provider. All connections live on one event loop, so
 * requests are handled one after the other in the order of their arrival.
 */
public final class ProviderServer {
  // Shared by all providers of the JVM and never ended: starting and closing one costs nothing, and
  // Netty's way of ending loops would keep a JVM alive for a second or two.
  private static final EventLoopGroup LOOPS =
      new NioEventLoopGroup(
          Math.max(2, Runtime.getRuntime().availableProcessors()),
          new DefaultThreadFactory("ofauth-test-provider", true));
  private static final int PORTS_TO_TRY = 50;
  // Never bound. Netty takes a connection for a server's by its parent; without it stream 1 fails.
  private static final Channel SERVER_SIDE = new NioServerSocketChannel();

  private final EventLoop loop = LOOPS.next();
  private final ChannelGroup connections = new DefaultChannelGroup(loop);
  private final Exchange.Receiver receiver;
  private final List<Acceptor> acceptors;

  /**
   * Listens on one port of all these addresses.
   *
   * @param addresses of this machine, at least one
   * @throws UncheckedIOException if one of them can't be listened on
   */
  public ProviderServer(Exchange.Receiver receiver, List<InetAddress> addresses) {
    this.receiver = receiver;
    try {
      this.acceptors = listen(addresses);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on " + addresses, e);
    }
  }

  public int port() {
    return acceptors.get(0).port();
  }

  /** Stops listening; open connections live on. */
  public void stopListening() {
    acceptors.forEach(acceptor -> acceptor.mode(AddressMode.REFUSING));
  }

  /** Stops listening and cuts every open connection. */
  public void refuseConnections() {
    stopListening();
    close(ChannelMatchers.all());
  }

  public void acceptConnections() {
    acceptors.forEach(acceptor -> acceptor.mode(AddressMode.SERVING));
  }

  /** Changes the mode of one address. Leaving the serving mode cuts its connections. */
  public void mode(InetAddress address, AddressMode mode) {
    for (Acceptor acceptor : acceptors) {
      if (acceptor.address().equals(address)) {
        acceptor.mode(mode);
      }
    }
    if (mode != AddressMode.SERVING) {
      close(channel -> Connection.of(channel).localAddress().equals(address));
    }
  }

  /** Closes the connections that have no request in flight. */
  public void closeIdleConnections() {
    close(channel -> Connection.of(channel).isIdle());
  }

  public void close() {
    acceptors.forEach(Acceptor::close);
    close(ChannelMatchers.all());
  }

  private List<Acceptor> listen(List<InetAddress> addresses) throws IOException {
    for (int left = PORTS_TO_TRY; ; left--) {
      List<Acceptor> listening = new ArrayList<>();
      try {
        for (InetAddress address : addresses) {
          int port = listening.isEmpty() ? 0 : listening.get(0).port();
          listening.add(new Acceptor(address, port, this::serve));
        }
        return List.copyOf(listening);
      } catch (IOException e) {
        listening.forEach(Acceptor::close);
        // The port that the first address got may be taken on another one.
        if (!(e instanceof BindException) || addresses.size() == 1 || left == 0) {
          throw e;
        }
      }
    }
  }

  private void serve(SocketChannel socket) {
    NioSocketChannel channel = new NioSocketChannel(SERVER_SIDE, socket);
    channel.config().setOption(ChannelOption.TCP_NODELAY, true);
    channel.pipeline().addLast(new ProtocolSelector(Connection.open(channel, receiver)));
    var unused = loop.register(channel);
    connections.add(channel);
  }

  /** Closes connections and waits until they are closed. */
  private void close(ChannelMatcher which) {
    if (loop.inEventLoop()) {
      // On the event loop itself waiting would be for ever.
      closeNow(which);
    } else {
      loop.submit(() -> closeNow(which)).syncUninterruptibly();
    }
  }

  private void closeNow(ChannelMatcher which) {
    for (Channel channel : connections) {
      if (which.matches(channel)) {
        Connection.of(channel).close();
      }
    }
  }
}
