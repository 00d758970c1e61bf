package com.ofauth.access.testing.internal.server;

import com.ofauth.access.testing.Framing;
import com.ofauth.access.testing.internal.exchange.Exchange;
import com.ofauth.access.testing.internal.exchange.Reply;
import com.ofauth.access.testing.internal.exchange.ResponseDelivery;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.function.Consumer;

/**
 * Sends one answer the way its {@link ResponseDelivery} says. Lives on the event loop of its
 * channel, which is a connection on HTTP/1.1 and a stream on HTTP/2.
 */
final class ReplyWriter {
  private final Channel channel;
  private final Reply reply;
  private final ResponseDelivery delivery;
  private final boolean keepAlive;
  private final boolean bodyAllowed;
  private final Transport transport;
  private final Runnable whenWhole;
  private final byte[] body;
  private final int sentBytes;
  private boolean settled;

  ReplyWriter(
      Channel channel,
      Reply reply,
      boolean keepAlive,
      boolean bodyAllowed,
      Exchange.Receiver receiver,
      Runnable whenWhole) {
    this.channel = channel;
    this.reply = reply;
    this.delivery = reply.delivery();
    this.keepAlive = keepAlive;
    this.bodyAllowed = bodyAllowed && reply.status() != 204 && reply.status() != 304;
    this.transport = new Transport(channel, receiver);
    this.whenWhole = whenWhole;
    this.body = coded(reply.body().bytes(), delivery.coding());
    this.sentBytes =
        delivery.bodyEnd() == ResponseDelivery.BodyEnd.WHOLE ? body.length : (body.length + 1) / 2;
  }

  void start() {
    Consumer<Runnable> gate = delivery.gate();
    if (gate == null) {
      afterHold();
    } else {
      gate.accept(() -> transport.run(this::afterHold));
    }
  }

  /** True once the answer is whole, or the provider itself has ended it. */
  boolean isSettled() {
    return settled;
  }

  private void afterHold() {
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
        head();
      }
      case RESET -> {
        settled = true;
        transport.reset();
      }
      case CLOSE -> {
        settled = true;
        transport.closeConnection();
      }
      case REFUSE_STREAM -> {
        settled = true;
        transport.refuseStream();
      }
      case SILENCE -> {
        // The client's patience is what is tested: only the client or close() ends this.
      }
    }
  }

  private void head() {
    HttpResponse head =
        new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reply.status()));
    reply.headers().fields().forEach((name, value) -> head.headers().set(name, value));
    if (delivery.coding() != ResponseDelivery.Coding.NONE) {
      head.headers().set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
    }
    if (reply.status() != 204) {
      switch (delivery.framing()) {
        case CONTENT_LENGTH -> head.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        case CHUNKED ->
            head.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        case UNTIL_CLOSE -> {
          // No header: the end of the connection is the end of the body.
        }
      }
    }
    if (saysClose()) {
      head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    var unused = channel.write(head);
    if (bodyAllowed && sentBytes > 0) {
      send(0);
    } else {
      finish();
    }
  }

  private void send(int from) {
    if (!channel.isActive()) {
      return;
    }
    ResponseDelivery.Drip drip = delivery.drip();
    int to = drip == null ? sentBytes : Math.min(sentBytes, from + drip.bytes());
    ByteBuf part = Unpooled.wrappedBuffer(body, from, to - from);
    var unused = channel.writeAndFlush(new DefaultHttpContent(part));
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
        if (delivery.framing() == Framing.CHUNKED) {
          settled = true;
          transport.afterFlush(transport::abort);
        } else {
          // HTTP/1.1 closes below; HTTP/2 ends the stream in order with bytes missing.
          end();
        }
      }
      case RESET -> {
        settled = true;
        transport.afterFlush(transport::reset);
      }
      case STALL -> channel.flush();
    }
  }

  private void end() {
    boolean close =
        !keepAlive
            || delivery.bodyEnd() == ResponseDelivery.BodyEnd.CUT
            || delivery.framing() == Framing.UNTIL_CLOSE
            || delivery.after() != ResponseDelivery.After.KEEP;
    channel
        .writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT)
        .addListener(
            (ChannelFutureListener)
                written -> {
                  if (!written.isSuccess()) {
                    return;
                  }
                  settled = true;
                  if (close) {
                    transport.endConnection(delivery.after());
                  }
                  whenWhole.run();
                });
  }

  private static byte[] coded(byte[] body, ResponseDelivery.Coding coding) {
    return switch (coding) {
      case NONE -> body;
      case GZIP -> Gzip.pack(body);
      case DAMAGED_GZIP -> Gzip.packBadly(body);
    };
  }

  private boolean saysClose() {
    return !keepAlive
        || delivery.after() == ResponseDelivery.After.REFUSE_CONNECTIONS
        || delivery.after() == ResponseDelivery.After.GO_AWAY
        || delivery.framing() == Framing.UNTIL_CLOSE;
  }
}
