package com.ofauth.access.testing.internal.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * HTTP/1.1 and 1.0, written by hand: an encoder would refuse the status lines and headers that
 * faults send.
 */
final class Http1Transport extends Transport {
  private static final String CRLF = "\r\n";

  private boolean chunked;

  Http1Transport(Channel channel, Connection connection) {
    super(channel, connection);
  }

  @Override
  void goAway() {
    // The header Connection announces it.
  }

  @Override
  void interim(int status) {
    write("HTTP/1.1 " + status + " " + usualText(status) + CRLF + CRLF);
    channel.flush();
  }

  @Override
  void head(Head head, boolean inChunks) {
    chunked = inChunks;
    String statusText = head.statusText();
    StringBuilder text = new StringBuilder(head.http10() ? "HTTP/1.0 " : "HTTP/1.1 ");
    text.append(head.status()).append(' ');
    text.append(statusText == null ? usualText(head.status()) : statusText).append(CRLF);
    for (Map.Entry<String, String> field : head.headers().fields().entrySet()) {
      text.append(field.getKey()).append(": ").append(field.getValue()).append(CRLF);
    }
    write(text.append(CRLF).toString());
  }

  @Override
  void body(ByteBuf part) {
    if (chunked) {
      write(Integer.toHexString(part.readableBytes()).toLowerCase(Locale.ROOT) + CRLF);
      var unused = channel.write(part);
      write(CRLF);
      channel.flush();
    } else {
      var unused = channel.writeAndFlush(part);
    }
  }

  @Override
  ChannelFuture end() {
    String last = chunked ? "0" + CRLF + CRLF : "";
    return channel.writeAndFlush(bytes(last));
  }

  @Override
  void refuseStream() {
    connection.close();
  }

  @Override
  void abort() {
    connection.close();
  }

  @Override
  boolean isStream() {
    return false;
  }

  private void write(String text) {
    var unused = channel.write(bytes(text));
  }

  private ByteBuf bytes(String text) {
    return text.isEmpty()
        ? Unpooled.EMPTY_BUFFER
        : ByteBufUtil.encodeString(
            channel.alloc(), java.nio.CharBuffer.wrap(text), StandardCharsets.UTF_8);
  }

  private static String usualText(int status) {
    return HttpResponseStatus.valueOf(status).reasonPhrase();
  }
}
