package com.ofauth.access.testing.internal.server;

import io.netty.util.NetUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The listening socket, which can be closed and opened again on the same port.
 *
 * <p>It blocks in a thread of its own: a listener that is registered with a selector goes on
 * listening for a while after it was closed, and then "connection refused" comes late. Safe for use
 * by several threads.
 */
final class Acceptor {
  private final Object control = new Object();
  private final Consumer<SocketChannel> onConnection;
  private final int port;
  private @Nullable Listener listener;
  private @Nullable Socket reservation;

  private record Listener(ServerSocketChannel socket, Thread thread) {}

  /** Listens on a free port. */
  Acceptor(Consumer<SocketChannel> onConnection) {
    this.onConnection = onConnection;
    ServerSocketChannel first = listen(0);
    this.port = first.socket().getLocalPort();
    start(first);
  }

  int port() {
    return port;
  }

  /** Listens again, if it does not. */
  void open() {
    synchronized (control) {
      if (listener == null) {
        release();
        start(listen(port));
      }
    }
  }

  /** Stops listening and keeps the port: nobody else gets it meanwhile. */
  void suspend() {
    synchronized (control) {
      if (listener != null) {
        stop();
        reserve();
      }
    }
  }

  /** Stops listening for good. */
  void close() {
    synchronized (control) {
      stop();
      release();
    }
  }

  private void start(ServerSocketChannel socket) {
    Thread thread = new Thread(() -> acceptAll(socket), "ofauth-test-provider-acceptor");
    thread.setDaemon(true);
    listener = new Listener(socket, thread);
    thread.start();
  }

  private void stop() {
    Listener stopped = listener;
    listener = null;
    if (stopped != null) {
      closeQuietly(stopped.socket());
      // The kernel goes on listening until the thread that waits in it has come back.
      joinUninterruptibly(stopped.thread());
    }
  }

  private void acceptAll(ServerSocketChannel socket) {
    try {
      while (true) {
        onConnection.accept(socket.accept());
      }
    } catch (IOException e) {
      // Closed: that is how this thread ends.
    }
  }

  private static void joinUninterruptibly(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A socket that is bound and does not listen: connecting to it is refused. */
  private void reserve() {
    Socket socket = new Socket();
    try {
      socket.setReuseAddress(true);
      socket.bind(address(port));
      reservation = socket;
    } catch (IOException e) {
      // Only a precaution; without it another program might get the port.
      closeQuietly(socket);
    }
  }

  private void release() {
    if (reservation != null) {
      closeQuietly(reservation);
      reservation = null;
    }
  }

  private static ServerSocketChannel listen(int port) {
    try {
      ServerSocketChannel opened = ServerSocketChannel.open();
      // Connections of before that linger must not keep the port.
      opened.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      return opened.bind(address(port));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + port + " of 127.0.0.1", e);
    }
  }

  /** Not what "localhost" means here, which can be the IPv6 loopback. */
  private static SocketAddress address(int port) {
    return new InetSocketAddress(NetUtil.LOCALHOST4, port);
  }

  private static void closeQuietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      // Nothing is left that could be done about it.
    }
  }
}
