package com.ofauth.access.testing.internal.server;

import com.ofauth.access.testing.Framing;
import com.ofauth.access.testing.internal.exchange.Headers;
import com.ofauth.access.testing.internal.exchange.Reply;
import com.ofauth.access.testing.internal.exchange.ResponseDelivery;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.util.function.Consumer;

/**
 * Sends one answer the way its {@link ResponseDelivery} says. Lives on the event loop of its
 * channel, which is a connection on HTTP/1.1 and a stream on HTTP/2.
 */
final class ReplyWriter {
  private final Channel channel;
  private final Reply reply;
  private final ResponseDelivery delivery;
  private final Wishes wishes;
  private final boolean bodyAllowed;
  private final Transport transport;
  private final Runnable whenWhole;
  private final byte[] body;
  private final int sentBytes;
  private boolean settled;

  /**
   * What the request says about its answer.
   *
   * @param keepAlive whether the client wants to use the connection again
   * @param body whether the answer may have a body: not to HEAD
   * @param chunks whether the client understands chunks: not on HTTP/1.0
   */
  record Wishes(boolean keepAlive, boolean body, boolean chunks) {}

  ReplyWriter(
      Channel channel, Reply reply, Wishes wishes, Transport transport, Runnable whenWhole) {
    this.channel = channel;
    this.reply = reply;
    this.delivery = reply.delivery();
    this.wishes = wishes;
    this.bodyAllowed = wishes.body() && reply.status() != 204 && reply.status() != 304;
    this.transport = transport;
    this.whenWhole = whenWhole;
    this.body = coded(reply.body().bytes(), delivery);
    this.sentBytes =
        switch (delivery.bodyEnd()) {
          case WHOLE -> body.length;
          case CUT, RESET, STALL -> (body.length + 1) / 2;
          case STALL_AT_START -> 0;
        };
  }

  void start() {
    Consumer<Runnable> gate = delivery.gate();
    if (gate == null) {
      afterGate();
    } else {
      gate.accept(() -> transport.run(this::afterGate));
    }
  }

  /** True once the answer is whole, or the provider itself has ended it. */
  boolean isSettled() {
    return settled;
  }

  private void afterGate() {
    if (delivery.latency().isZero()) {
      begin();
    } else {
      transport.runAfter(delivery.latency(), this::begin);
    }
  }

  private void begin() {
    if (!channel.isActive()) {
      return;
    }
    switch (delivery.start()) {
      case ANSWER -> {
        transport.prepare(delivery.after());
        delivery.interim().forEach(transport::interim);
        head();
      }
      case RESET -> {
        settled = true;
        transport.connection.reset();
      }
      case CLOSE -> {
        settled = true;
        transport.connection.close();
      }
      case REFUSE_STREAM -> {
        settled = true;
        transport.refuseStream();
      }
      case SILENCE -> {
        // The client's timeout is what is tested: only the client or close() ends this.
      }
    }
  }

  private void head() {
    Headers headers = reply.headers();
    if (delivery.coding() != ResponseDelivery.Coding.NONE) {
      headers = headers.with("content-encoding", "gzip");
    }
    boolean chunked = framing() == Framing.CHUNKED && reply.status() != 204;
    if (reply.status() != 204 && framing() == Framing.CONTENT_LENGTH) {
      headers = headers.with("content-length", Integer.toString(body.length));
    } else if (chunked) {
      headers = headers.with("transfer-encoding", "chunked");
    }
    if (saysClose()) {
      headers = headers.with("connection", "close");
    }
    transport.head(
        new Transport.Head(reply.status(), headers, delivery.http10(), delivery.statusText()),
        chunked && bodyAllowed);
    if (bodyAllowed && sentBytes > 0) {
      send(0);
    } else {
      finish();
    }
  }

  /** HTTP/1.0 has no chunks: there the end of the connection is the end of the body. */
  private Framing framing() {
    boolean chunks = wishes.chunks() && (!delivery.http10() || transport.isStream());
    return delivery.framing() == Framing.CHUNKED && !chunks
        ? Framing.UNTIL_CLOSE
        : delivery.framing();
  }

  private void send(int from) {
    if (!channel.isActive()) {
      return;
    }
    ResponseDelivery.Drip drip = delivery.drip();
    int to = drip == null ? sentBytes : Math.min(sentBytes, from + drip.bytes());
    transport.body(Unpooled.wrappedBuffer(body, from, to - from));
    if (drip == null || to == sentBytes) {
      finish();
    } else {
      transport.runAfter(drip.pause(), () -> send(to));
    }
  }

  private void finish() {
    switch (delivery.bodyEnd()) {
      case WHOLE -> end();
      case CUT -> {
        if (framing() == Framing.CHUNKED) {
          settled = true;
          transport.afterFlush(transport::abort);
        } else {
          // HTTP/1.1 closes below; HTTP/2 ends the stream in order with bytes missing.
          end();
        }
      }
      case RESET -> {
        settled = true;
        transport.afterFlush(transport.connection::reset);
      }
      case STALL, STALL_AT_START -> channel.flush();
    }
  }

  private void end() {
    transport
        .end()
        .addListener(
            (ChannelFutureListener)
                written -> {
                  if (!written.isSuccess()) {
                    return;
                  }
                  settled = true;
                  if (closes()) {
                    transport.endConnection(delivery.after());
                  }
                  whenWhole.run();
                });
  }

  private static byte[] coded(byte[] plain, ResponseDelivery delivery) {
    byte[] body = delivery.byteOrderMark() ? marked(plain) : plain;
    return switch (delivery.coding()) {
      case NONE -> body;
      case GZIP -> Gzip.pack(body);
      case DAMAGED_GZIP -> Gzip.packBadly(body);
    };
  }

  private static byte[] marked(byte[] body) {
    byte[] marked = new byte[body.length + 3];
    marked[0] = (byte) 0xef;
    marked[1] = (byte) 0xbb;
    marked[2] = (byte) 0xbf;
    System.arraycopy(body, 0, marked, 3, body.length);
    return marked;
  }

  private boolean closes() {
    return saysClose()
        || delivery.http10()
        || delivery.bodyEnd() == ResponseDelivery.BodyEnd.CUT
        || delivery.after() == ResponseDelivery.After.CLOSE;
  }

  /** Whether the header {@code Connection} announces the end of the connection. */
  private boolean saysClose() {
    return !wishes.keepAlive()
        || delivery.after() == ResponseDelivery.After.REFUSE_CONNECTIONS
        || delivery.after() == ResponseDelivery.After.GO_AWAY
        || (framing() == Framing.UNTIL_CLOSE && !delivery.http10());
  }
}
