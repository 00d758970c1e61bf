package com.ofauth.access.testing.internal.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;

/** HTTP/2, on a channel of one stream. */
final class Http2Transport extends Transport {

  Http2Transport(Channel stream, Connection connection) {
    super(stream, connection);
  }

  @Override
  void goAway() {
    var unused = channel.parent().writeAndFlush(new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR));
  }

  @Override
  void interim(int status) {
    DefaultHttp2Headers headers = new DefaultHttp2Headers();
    headers.status(Integer.toString(status));
    var unused = channel.writeAndFlush(new DefaultHttp2HeadersFrame(headers));
  }

  @Override
  void head(Head head, boolean chunked) {
    HttpResponse response =
        new DefaultHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(head.status()),
            DefaultHttpHeadersFactory.headersFactory().withValidation(false));
    head.headers().fields().forEach((name, value) -> response.headers().set(name, value));
    if (chunked) {
      // Tells the codec that content follows.
      response.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
    }
    var unused = channel.write(response);
  }

  @Override
  void body(ByteBuf part) {
    var unused = channel.writeAndFlush(new DefaultHttpContent(part));
  }

  @Override
  ChannelFuture end() {
    return channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
  }

  @Override
  void refuseStream() {
    resetStream(Http2Error.REFUSED_STREAM);
  }

  @Override
  void abort() {
    resetStream(Http2Error.INTERNAL_ERROR);
  }

  @Override
  boolean isStream() {
    return true;
  }

  private void resetStream(Http2Error error) {
    channel
        .writeAndFlush(new DefaultHttp2ResetFrame(error))
        .addListener(ChannelFutureListener.CLOSE);
  }
}
