package com.ofauth.access.testing.internal.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tells HTTP/2 with prior knowledge from HTTP/1.1 by the first bytes of a connection, so that one
 * port serves both.
 */
final class ProtocolSelector extends ByteToMessageDecoder {
  // The start of the HTTP/2 connection preface; no HTTP/1.1 method starts so.
  private static final byte[] PREFACE = "PRI ".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_REQUEST_BYTES = 1 << 20;

  private final Connection connection;

  ProtocolSelector(Connection connection) {
    this.connection = connection;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    int seen = Math.min(in.readableBytes(), PREFACE.length);
    for (int i = 0; i < seen; i++) {
      if (in.getByte(in.readerIndex() + i) != PREFACE[i]) {
        http1(context.pipeline());
        context.pipeline().remove(this);
        return;
      }
    }
    if (seen == PREFACE.length) {
      http2(context.pipeline());
      context.pipeline().remove(this);
    }
  }

  private void http1(ChannelPipeline pipeline) {
    pipeline.addLast(
        new HttpRequestDecoder(),
        new HttpObjectAggregator(MAX_REQUEST_BYTES),
        new ExchangeHandler(connection, Http1Transport::new, null));
  }

  private void http2(ChannelPipeline pipeline) {
    pipeline.addLast(
        Http2FrameCodecBuilder.forServer().build(),
        new Http2MultiplexHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel stream) {
                stream
                    .pipeline()
                    .addLast(
                        new Http2StreamFrameToHttpObjectCodec(true, false),
                        new HttpObjectAggregator(MAX_REQUEST_BYTES),
                        new ExchangeHandler(connection, Http2Transport::new, "HTTP/2"));
              }
            }),
        new ChannelInboundHandlerAdapter() {
          @Override
          public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            // Resets by the client, and violations of the protocol.
            var unused = context.close();
          }
        });
  }
}
