package com.ofauth.access.internal.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOptions;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.SocketFactory;

/**
 * Sockets that an interrupt closes while a thread connects or reads. On a plain socket, a platform
 * thread does not notice an interrupt.
 *
 * <p>A thread that is interrupted already can still write: over HTTP/2 the calls of other threads
 * use the same socket. It notices the interrupt when it waits for the response.
 */
final class ChannelSockets extends SocketFactory {
  @Override
  public Socket createSocket() throws IOException {
    return new ChannelSocket(new ChannelSocketImpl(SocketChannel.open()));
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(createSocket(), new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port, localHost, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(createSocket(), new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
      throws IOException {
    Socket socket = createSocket();
    socket.bind(new InetSocketAddress(localAddress, localPort));
    return connected(socket, new InetSocketAddress(address, port));
  }

  private static Socket connected(Socket socket, SocketAddress address) throws IOException {
    try {
      socket.connect(address);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static final class ChannelSocket extends Socket {
    ChannelSocket(SocketImpl impl) throws SocketException {
      super(impl);
    }
  }

  /** The channel's own socket, which can not be extended, as an implementation of another. */
  private static final class ChannelSocketImpl extends SocketImpl {
    private final SocketChannel channel;
    private final Socket socket;

    ChannelSocketImpl(SocketChannel channel) {
      this.channel = channel;
      this.socket = channel.socket();
    }

    @Override
    protected void create(boolean stream) {
      // It is there.
    }

    @Override
    protected void connect(String host, int port) throws IOException {
      connect(new InetSocketAddress(host, port), 0);
    }

    @Override
    protected void connect(InetAddress address, int port) throws IOException {
      connect(new InetSocketAddress(address, port), 0);
    }

    @Override
    protected void connect(SocketAddress remote, int timeout) throws IOException {
      socket.connect(remote, timeout);
      this.address = socket.getInetAddress();
      this.port = socket.getPort();
      this.localport = socket.getLocalPort();
    }

    @Override
    protected void bind(InetAddress host, int port) throws IOException {
      socket.bind(new InetSocketAddress(host, port));
      this.localport = socket.getLocalPort();
    }

    @Override
    protected void listen(int backlog) throws IOException {
      throw new SocketException("Not a socket of a server");
    }

    @Override
    protected void accept(SocketImpl accepted) throws IOException {
      throw new SocketException("Not a socket of a server");
    }

    @Override
    protected InputStream getInputStream() throws IOException {
      return new PromptInput(channel);
    }

    @Override
    protected OutputStream getOutputStream() throws IOException {
      return new ShieldedOutput(socket.getOutputStream());
    }

    @Override
    protected int available() throws IOException {
      return socket.getInputStream().available();
    }

    @Override
    protected void close() throws IOException {
      socket.close();
    }

    @Override
    protected void shutdownInput() throws IOException {
      socket.shutdownInput();
    }

    @Override
    protected void shutdownOutput() throws IOException {
      socket.shutdownOutput();
    }

    @Override
    protected void sendUrgentData(int data) throws IOException {
      socket.sendUrgentData(data);
    }

    @Override
    public void setOption(int option, Object value) throws SocketException {
      switch (option) {
        case SocketOptions.SO_TIMEOUT -> socket.setSoTimeout((Integer) value);
        case SocketOptions.TCP_NODELAY -> socket.setTcpNoDelay((Boolean) value);
        case SocketOptions.SO_KEEPALIVE -> socket.setKeepAlive((Boolean) value);
        case SocketOptions.SO_REUSEADDR -> socket.setReuseAddress((Boolean) value);
        case SocketOptions.SO_SNDBUF -> socket.setSendBufferSize((Integer) value);
        case SocketOptions.SO_RCVBUF -> socket.setReceiveBufferSize((Integer) value);
        case SocketOptions.SO_LINGER ->
            socket.setSoLinger(!Boolean.FALSE.equals(value), value instanceof Integer s ? s : 0);
        default -> throw new SocketException("Socket option not supported: " + option);
      }
    }

    @Override
    public Object getOption(int option) throws SocketException {
      return switch (option) {
        case SocketOptions.SO_TIMEOUT -> socket.getSoTimeout();
        case SocketOptions.TCP_NODELAY -> socket.getTcpNoDelay();
        case SocketOptions.SO_KEEPALIVE -> socket.getKeepAlive();
        case SocketOptions.SO_REUSEADDR -> socket.getReuseAddress();
        case SocketOptions.SO_SNDBUF -> socket.getSendBufferSize();
        case SocketOptions.SO_RCVBUF -> socket.getReceiveBufferSize();
        case SocketOptions.SO_LINGER -> socket.getSoLinger();
        case SocketOptions.SO_BINDADDR -> socket.getLocalAddress();
        default -> throw new SocketException("Socket option not supported: " + option);
      };
    }
  }

  /**
   * Reads what has arrived by the channel itself, which is one system call; a read with a timeout
   * is five of them. One thread at a time reads.
   */
  private static final class PromptInput extends InputStream {
    /** With this timeout, OkHttp asks whether an idle connection is alive, and goes on with it. */
    private static final int HEALTH_CHECK_MILLIS = 1;

    private final SocketChannel channel;
    private final InputStream waiting;

    /** How many bytes have arrived at least, and were not read. No read of them waits. */
    private int arrived;

    PromptInput(SocketChannel channel) throws IOException {
      this.channel = channel;
      this.waiting = channel.socket().getInputStream();
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      if (arrived == 0) {
        arrived = waiting.available();
      }
      if (arrived == 0) {
        return await(bytes, from, count);
      }
      int read = channel.read(ByteBuffer.wrap(bytes, from, count));
      arrived -= Math.min(arrived, Math.max(read, 0));
      return read;
    }

    private int await(byte[] bytes, int from, int count) throws IOException {
      try {
        return waiting.read(bytes, from, count);
      } catch (SocketTimeoutException e) {
        if (channel.socket().getSoTimeout() > HEALTH_CHECK_MILLIS) {
          // As Okio does after its timeouts. Else the end of TLS would wait as long again.
          channel.close();
        }
        throw e;
      }
    }

    @Override
    public int read() throws IOException {
      byte[] single = new byte[1];
      return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int available() throws IOException {
      return waiting.available();
    }
  }

  /** Hides an interrupt from the channel, which would close itself. */
  private static final class ShieldedOutput extends FilterOutputStream {
    ShieldedOutput(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      boolean interrupted = Thread.interrupted();
      try {
        out.write(bytes, from, count);
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }
  }
}
