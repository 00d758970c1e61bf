package com.ofauth.access.testing.internal.server;

import com.ofauth.access.testing.AddressMode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One address and port of a provider, in one of the modes of {@link AddressMode}.
 *
 * <p>It blocks in a thread of its own: a listener that is registered with a selector goes on
 * listening for a while after it was closed, and then "connection refused" comes late. Safe for use
 * by several threads.
 */
final class Acceptor implements Closeable {
  // The kernel answers on loopback at once. Only a dropped attempt takes longer.
  private static final int DROPPED_AFTER_MILLIS = 250;
  private static final int MAX_BACKLOG = 128;

  private final Object control = new Object();
  private final Consumer<SocketChannel> onConnection;
  private final InetSocketAddress address;
  private final List<Closeable> resources = new CopyOnWriteArrayList<>();
  private @Nullable AddressMode mode;
  private @Nullable Thread thread;

  /**
   * Listens.
   *
   * @param port 0 for any that is free
   * @throws IOException if the address is not one of this machine, or the port is taken
   */
  Acceptor(InetAddress address, int port, Consumer<SocketChannel> onConnection) throws IOException {
    this.onConnection = onConnection;
    ServerSocketChannel first = listen(new InetSocketAddress(address, port), 0);
    this.address = (InetSocketAddress) first.getLocalAddress();
    serve(first, onConnection);
    mode = AddressMode.SERVING;
  }

  InetAddress address() {
    return address.getAddress();
  }

  int port() {
    return address.getPort();
  }

  void mode(AddressMode changed) {
    synchronized (control) {
      if (mode != changed) {
        stop();
        mode = changed;
        try {
          start(changed);
        } catch (IOException e) {
          throw new UncheckedIOException("cannot listen on " + address, e);
        }
      }
    }
  }

  /** Stops listening for good. */
  @Override
  public void close() {
    synchronized (control) {
      stop();
      mode = null;
    }
  }

  private void start(AddressMode started) throws IOException {
    switch (started) {
      case SERVING -> serve(listen(address, 0), onConnection);
      case REFUSING -> reserve();
      case SILENT -> serve(listen(address, 0), resources::add);
      case UNREACHABLE -> fillBacklog();
    }
  }

  private void serve(ServerSocketChannel socket, Consumer<SocketChannel> taker) {
    resources.add(socket);
    thread = new Thread(() -> acceptAll(socket, taker), "ofauth-test-provider-acceptor");
    thread.setDaemon(true);
    thread.start();
  }

  private static void acceptAll(ServerSocketChannel socket, Consumer<SocketChannel> taker) {
    try {
      while (true) {
        taker.accept(socket.accept());
      }
    } catch (IOException e) {
      // Closed: that is how this thread ends.
    }
  }

  /** A socket that is bound and does not listen: connecting is refused, nobody gets the port. */
  private void reserve() {
    Socket socket = new Socket();
    resources.add(socket);
    try {
      socket.setReuseAddress(true);
      socket.bind(address);
    } catch (IOException e) {
      // Only a precaution: without it another program might get the port.
      closeQuietly(socket);
    }
  }

  /** Listens without accepting, and fills the backlog: the kernel drops further attempts. */
  private void fillBacklog() throws IOException {
    resources.add(listen(address, 1));
    for (int i = 0; i < MAX_BACKLOG; i++) {
      Socket filler = new Socket();
      resources.add(filler);
      try {
        filler.connect(address, DROPPED_AFTER_MILLIS);
      } catch (SocketTimeoutException e) {
        return;
      }
    }
    throw new IOException("the backlog takes more than " + MAX_BACKLOG + " connections");
  }

  private void stop() {
    List<Closeable> closed = new ArrayList<>(resources);
    // The listener comes first: what it has accepted meanwhile is closed below.
    closed.forEach(Acceptor::closeQuietly);
    Thread stopped = thread;
    thread = null;
    if (stopped != null) {
      // The kernel goes on listening until the thread that waits in it has come back.
      joinUninterruptibly(stopped);
    }
    resources.forEach(Acceptor::closeQuietly);
    resources.clear();
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

  private static ServerSocketChannel listen(InetSocketAddress address, int backlog)
      throws IOException {
    ServerSocketChannel opened = ServerSocketChannel.open();
    try {
      // Connections of before that linger must not keep the port.
      opened.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      return opened.bind(address, backlog);
    } catch (IOException e) {
      closeQuietly(opened);
      throw e;
    }
  }

  private static void closeQuietly(Closeable resource) {
    try {
      resource.close();
    } catch (IOException e) {
      // Nothing is left that could be done about it.
    }
  }
}
