package com.ofauth.access.benchmarks;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.Buffer;

/**
 * A plain server of a list of chats. It writes each page in one piece, with TCP_NODELAY, and costs
 * the measured program as little as a server in the same process can.
 */
final class PageServer implements Closeable {
  private static final Pattern OFFSET = Pattern.compile("[?&]offset=(\\d+)");
  private static final Pattern LIMIT = Pattern.compile("[?&]limit=(\\d+)");

  private final ServerSocket server;
  private final Pages pages;
  private final long latencyNanos;
  private final AtomicInteger connections = new AtomicInteger();

  private PageServer(Pages pages, long latencyMillis) throws IOException {
    this.server = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
    this.pages = pages;
    this.latencyNanos = latencyMillis * 1_000_000;
  }

  static PageServer start(int pages, Urls urls, long latencyMillis) {
    try {
      PageServer started = new PageServer(new Pages(pages * Pages.PAGE_SIZE, urls), latencyMillis);
      daemon(started::accept);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** How many connections were opened. */
  int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        daemon(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream()) {
      socket.setTcpNoDelay(true);
      StringBuilder head = new StringBuilder();
      for (int next = in.read(); next >= 0; next = in.read()) {
        head.append((char) next);
        if (next == '\n' && head.length() > 4 && head.charAt(head.length() - 3) == '\n') {
          if (latencyNanos > 0) {
            LockSupport.parkNanos(latencyNanos);
          }
          out.write(response(head));
          head.setLength(0);
        }
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private byte[] response(CharSequence head) {
    int offset = Math.min(pages.size(), parameter(OFFSET, head, 0));
    byte[] body = pages.page(offset, parameter(LIMIT, head, Pages.PAGE_SIZE));
    return new Buffer()
        .writeUtf8("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ")
        .writeUtf8(body.length + "\r\n\r\n")
        .write(body)
        .readByteArray();
  }

  private static int parameter(Pattern name, CharSequence head, int absent) {
    Matcher matcher = name.matcher(head);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : absent;
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
