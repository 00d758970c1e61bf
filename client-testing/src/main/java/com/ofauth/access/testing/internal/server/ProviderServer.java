package com.ofauth.access.testing.internal.server;

import com.ofauth.access.testing.internal.exchange.Exchange;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.nio.channels.SocketChannel;

/**
 * The connections of one provider. All of them live on one event loop, so requests are handled one
 * after the other in the order of their arrival.
 */
public final class ProviderServer {
  // Shared by all providers of the JVM and never ended: starting and closing one costs nothing, and
  // Netty's way of ending loops would keep a JVM alive for a second or two.
  private static final EventLoopGroup LOOPS =
      new NioEventLoopGroup(
          Math.max(2, Runtime.getRuntime().availableProcessors()),
          new DefaultThreadFactory("ofauth-test-provider", true));

  private final EventLoop loop = LOOPS.next();
  private final ChannelGroup connections = new DefaultChannelGroup(loop);
  private final Exchange.Receiver receiver;
  private final Acceptor acceptor;

  public ProviderServer(Exchange.Receiver receiver) {
    this.receiver = receiver;
    this.acceptor = new Acceptor(this::serve);
  }

  public int port() {
    return acceptor.port();
  }

  /** Stops listening; open connections live on. */
  public void stopListening() {
    acceptor.suspend();
  }

  /** Stops listening and cuts every open connection. */
  public void refuseConnections() {
    acceptor.suspend();
    cutConnections();
  }

  public void acceptConnections() {
    acceptor.open();
  }

  public void close() {
    acceptor.close();
    cutConnections();
  }

  private void serve(SocketChannel socket) {
    int number = receiver.connectionOpened();
    NioSocketChannel connection = new NioSocketChannel(socket);
    connection.config().setOption(ChannelOption.TCP_NODELAY, true);
    connection.pipeline().addLast(new ProtocolSelector(receiver, number));
    connection.closeFuture().addListener(closed -> receiver.connectionClosed());
    var unused = loop.register(connection);
    connections.add(connection);
  }

  private void cutConnections() {
    connections.forEach(Transport::markAsEndedByProvider);
    var closed = connections.close();
    // On the event loop itself waiting would be for ever.
    if (!loop.inEventLoop()) {
      closed.syncUninterruptibly();
    }
  }
}
