package com.ofauth.access.network;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A server of bare sockets, so that a test decides about each byte and each closing of a
 * connection. Each connection is served by a thread of its own.
 */
final class SocketServer implements Closeable {
  static final String EMPTY_PAGE = "{\"list\":[],\"hasMore\":false}";

  /** What the server does with one connection; the connection is closed when it returns. */
  interface Handler {
    void serve(Peer peer) throws IOException;
  }

  private final ServerSocket listener;
  private final Handler handler;
  private final Set<Peer> open = ConcurrentHashMap.newKeySet();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  private SocketServer(ServerSocket listener, Handler handler) {
    this.listener = listener;
    this.handler = handler;
  }

  static SocketServer start(Handler handler) throws IOException {
    return startAt(InetAddress.getLoopbackAddress(), 0, handler);
  }

  /** Answers each request of a connection in the same way. */
  static SocketServer always(Handler answer) throws IOException {
    return start(
        peer -> {
          while (peer.request() != null) {
            answer.serve(peer);
          }
        });
  }

  /** Several servers can share a port when each has an address of its own. */
  static SocketServer startAt(InetAddress address, int port, Handler handler) throws IOException {
    ServerSocket listener = new ServerSocket();
    listener.setReuseAddress(true);
    listener.bind(new InetSocketAddress(address, port), 500);
    SocketServer server = new SocketServer(listener, handler);
    daemon(server::accept);
    return server;
  }

  int port() {
    return listener.getLocalPort();
  }

  String url() {
    return "http://" + listener.getInetAddress().getHostAddress() + ":" + port();
  }

  /** The same server, by a name that a {@code Dns} can lead anywhere. */
  String localhostUrl() {
    return "http://localhost:" + port();
  }

  /** The heads of all requests that have come, in the order of their coming. */
  List<String> requests() {
    return requests;
  }

  int connections() {
    return connections.get();
  }

  void forget() {
    requests.clear();
  }

  /** Waits until no request is being answered, closes all connections, and waits for their end. */
  void closeIdle() {
    await(() -> open.stream().allMatch(peer -> peer.idle));
    open.forEach(Peer::close);
    // A thread that still reads would take one more request from a connection that is closed.
    await(open::isEmpty);
  }

  private static void await(BooleanSupplier event) {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!event.getAsBoolean()) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException("the connections did not come to rest");
      }
      Thread.onSpinWait();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Peer peer = new Peer(listener.accept());
        connections.incrementAndGet();
        open.add(peer);
        daemon(() -> serve(peer));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Peer peer) {
    try {
      handler.serve(peer);
    } catch (IOException e) {
      // The client has gone, which is its good right.
    } finally {
      peer.close();
      open.remove(peer);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "socket-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    open.forEach(Peer::close);
  }

  /** One connection, seen from the server. */
  final class Peer {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private volatile boolean idle = true;

    Peer(Socket socket) throws IOException {
      this.socket = socket;
      socket.setTcpNoDelay(true);
      this.in = new BufferedInputStream(socket.getInputStream());
      this.out = socket.getOutputStream();
    }

    SocketServer server() {
      return SocketServer.this;
    }

    /** Waits for a request and gives its head, or null when the client has closed. */
    @Nullable String request() throws IOException {
      idle = true;
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      String text = "";
      while (!text.endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          return null;
        }
        idle = false;
        head.write(next);
        text = next == '\n' ? head.toString(StandardCharsets.ISO_8859_1) : "";
      }
      requests.add(text);
      return text;
    }

    /** For protocols that the handler speaks by itself: a request has come. */
    void note(String request) {
      requests.add(request);
    }

    /** For protocols that the handler speaks by itself: no request is being answered. */
    void idle(boolean idle) {
      this.idle = idle;
    }

    InputStream in() {
      return in;
    }

    void send(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    /** Sends text as it is, one byte for each character. */
    void send(String text) throws IOException {
      send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a complete answer; each header ends with CRLF. */
    void answer(String status, String headers, String body) throws IOException {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      send(
          "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + bytes.length + "\r\n\r\n");
      send(bytes);
    }

    void page() throws IOException {
      answer("200 OK", "Content-Type: application/json\r\n", EMPTY_PAGE);
    }

    /** Closes with RST instead of FIN. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Sends no more; what the client still sends is read. */
    void finish() throws IOException {
      socket.shutdownOutput();
    }

    void awaitClosedByClient() throws IOException {
      while (in.read() >= 0) {
        // What comes is not of interest.
      }
    }

    void close() {
      try {
        socket.close();
      } catch (IOException e) {
        // It is closed as far as it can be.
      }
    }
  }
}
