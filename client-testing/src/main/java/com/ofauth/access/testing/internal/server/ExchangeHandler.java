package com.ofauth.access.testing.internal.server;

import com.ofauth.access.testing.internal.exchange.Exchange;
import com.ofauth.access.testing.internal.exchange.HttpCall;
import com.ofauth.access.testing.internal.exchange.ReceivedRequest;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** One HTTP/1.1 connection or one HTTP/2 stream: hands requests in, sends answers out in order. */
final class ExchangeHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
  private final Exchange.Receiver receiver;
  private final String protocol;
  private final int connectionNumber;
  private final Queue<InFlight> waiting = new ArrayDeque<>();
  private @Nullable InFlight current;

  private record InFlight(ReceivedRequest request, ReplyWriter writer) {}

  ExchangeHandler(Exchange.Receiver receiver, String protocol, int connectionNumber) {
    this.receiver = receiver;
    this.protocol = protocol;
    this.connectionNumber = connectionNumber;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    if (!request.decoderResult().isSuccess()) {
      var unused = context.close();
      return;
    }
    Exchange exchange = receiver.receive(call(request));
    ReplyWriter writer =
        new ReplyWriter(
            context.channel(),
            exchange.reply(),
            HttpUtil.isKeepAlive(request),
            !request.method().equals(HttpMethod.HEAD),
            receiver,
            this::startNext);
    waiting.add(new InFlight(exchange.request(), writer));
    if (current == null) {
      startNext();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    if (!Transport.isEndedByProvider(context.channel())) {
      if (current != null) {
        noteIfAbandoned(current);
      }
      waiting.forEach(this::noteIfAbandoned);
    }
    waiting.clear();
    super.channelInactive(context);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // Resets by the client come here. What they mean is noted when the channel turns inactive.
    var unused = context.close();
  }

  private void startNext() {
    current = waiting.poll();
    if (current != null) {
      current.writer().start();
    }
  }

  private void noteIfAbandoned(InFlight exchange) {
    if (!exchange.writer().isSettled()) {
      receiver.abandoned(exchange.request());
    }
  }

  private HttpCall call(FullHttpRequest request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    HttpHeaders fields = request.headers();
    fields.forEach(
        field ->
            headers
                .computeIfAbsent(field.getKey().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                .add(field.getValue()));
    // HTTP/2 pseudo-headers that Netty translates into fields of its own name are no part of what
    // the client sent.
    headers.keySet().removeIf(name -> name.startsWith("x-http2-"));
    QueryStringDecoder target = new QueryStringDecoder(request.uri());
    return new HttpCall(
        request.method().name(),
        target.path(),
        target.parameters(),
        request.uri(),
        headers,
        protocol,
        connectionNumber);
  }
}
