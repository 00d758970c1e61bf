package com.ofauth.access.testing.internal.server;

import com.ofauth.access.testing.internal.exchange.Exchange;
import com.ofauth.access.testing.internal.exchange.HttpCall;
import com.ofauth.access.testing.internal.exchange.ReceivedRequest;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One HTTP/1.1 connection or one HTTP/2 stream: hands requests in, sends answers out in order. */
final class ExchangeHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
  private final Connection connection;
  private final BiFunction<Channel, Connection, Transport> transports;
  private final @Nullable String protocol;
  private final Queue<InFlight> waiting = new ArrayDeque<>();
  private @Nullable InFlight current;

  private record InFlight(ReceivedRequest request, ReplyWriter writer) {}

  /**
   * A handler of one channel.
   *
   * @param protocol the name of the protocol, or null to take it from each request
   */
  ExchangeHandler(
      Connection connection,
      BiFunction<Channel, Connection, Transport> transports,
      @Nullable String protocol) {
    this.connection = connection;
    this.transports = transports;
    this.protocol = protocol;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    if (!request.decoderResult().isSuccess()) {
      var unused = context.close();
      return;
    }
    Exchange exchange = connection.receiver().receive(call(request, connection.requestStarted()));
    ReplyWriter writer =
        new ReplyWriter(
            context.channel(),
            exchange.reply(),
            new ReplyWriter.Wishes(
                HttpUtil.isKeepAlive(request),
                !request.method().equals(HttpMethod.HEAD),
                !request.protocolVersion().equals(HttpVersion.HTTP_1_0)),
            transports.apply(context.channel(), connection),
            this::ended);
    waiting.add(new InFlight(exchange.request(), writer));
    if (current == null) {
      startNext();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    if (current != null) {
      waiting.add(current);
      current = null;
    }
    for (InFlight exchange : waiting) {
      connection.requestEnded();
      if (!connection.isEndedByProvider() && !exchange.writer().isSettled()) {
        connection.receiver().abandoned(exchange.request());
      }
    }
    waiting.clear();
    super.channelInactive(context);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // Resets by the client come here. What they mean is noted when the channel turns inactive.
    var unused = context.close();
  }

  private void ended() {
    if (current != null) {
      connection.requestEnded();
      startNext();
    }
  }

  private void startNext() {
    current = waiting.poll();
    if (current != null) {
      current.writer().start();
    }
  }

  private HttpCall call(FullHttpRequest request, int numberOnConnection) {
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
        protocol == null ? request.protocolVersion().text() : protocol,
        new HttpCall.Origin(connection.number(), numberOnConnection, connection.localAddress()));
  }
}
