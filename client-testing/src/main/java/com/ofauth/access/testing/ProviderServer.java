package com.ofauth.access.testing;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * The listening socket and its connections. One daemon thread does everything, so requests are
 * handled one after the other, in the order of their arrival.
 */
final class ProviderServer {
  private final EventLoopGroup loop =
      new NioEventLoopGroup(1, new DefaultThreadFactory("ofauth-test-provider", true));
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final ServerBootstrap bootstrap;
  private final int port;
  private volatile Channel listener;

  ProviderServer(Exchange.Receiver receiver) {
    this.bootstrap =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            // The port must be free at once for accepting connections again.
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    int number = receiver.connectionOpened();
                    connections.add(channel);
                    channel.closeFuture().addListener(closed -> receiver.connectionClosed());
                    channel.pipeline().addLast(new ProtocolSelector(receiver, number));
                  }
                });
    this.listener = bind(0).syncUninterruptibly().channel();
    this.port = ((InetSocketAddress) listener.localAddress()).getPort();
  }

  int port() {
    return port;
  }

  /** Stops listening; open connections live on. */
  void stopListening(Runnable then) {
    listener.close().addListener(closed -> then.run());
  }

  /** Stops listening and cuts every open connection. */
  void refuseConnections() {
    await(listener.close());
    await(connections.close());
  }

  void acceptConnections() {
    if (listener.isOpen()) {
      return;
    }
    ChannelFuture bound = bind(port);
    await(bound);
    listener = bound.channel();
  }

  void close() {
    if (loop.isShuttingDown()) {
      return;
    }
    refuseConnections();
    await(loop.shutdownGracefully(0, 1, TimeUnit.SECONDS));
  }

  private ChannelFuture bind(int wanted) {
    // Not what "localhost" means here, which can be the IPv6 loopback.
    return bootstrap.bind(new InetSocketAddress(NetUtil.LOCALHOST4, wanted));
  }

  /** Waits, unless on the event loop itself, where waiting would be for ever. */
  private void await(Future<?> done) {
    if (!loop.next().inEventLoop()) {
      done.syncUninterruptibly();
    }
  }
}
