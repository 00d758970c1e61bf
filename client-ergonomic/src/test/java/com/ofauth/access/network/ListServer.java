package com.ofauth.access.network;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Pages of chats, made as a request asks for them. */
final class ListServer {
  private static final Pattern LIMIT = Pattern.compile("[?&]limit=([0-9]+)");
  private static final Pattern OFFSET = Pattern.compile("[?&]offset=([0-9]+)");

  private ListServer() {}

  static long limit(String head) {
    return number(LIMIT, head, 10);
  }

  static long offset(String head) {
    return number(OFFSET, head, 0);
  }

  /**
   * A page of a list.
   *
   * @param total how many chats the list has, with ids from 1
   * @param filling what each chat is filled with
   */
  static String page(String head, long total, String filling) {
    long from = Math.min(offset(head), total);
    long to = Math.min(from + limit(head), total);
    String items =
        LongStream.range(from, to)
            .mapToObj(i -> chat(i + 1, filling))
            .collect(Collectors.joining(","));
    return "{\"list\":[" + items + "],\"hasMore\":" + (to < total) + ",\"nextOffset\":" + to + "}";
  }

  private static String chat(long id, String filling) {
    return "{\"withUser\":{\"id\":" + id + ",\"_view\":\"s\"},\"filling\":\"" + filling + "\"}";
  }

  private static long number(Pattern pattern, String head, long otherwise) {
    Matcher matcher = pattern.matcher(head);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : otherwise;
  }

  /** Answers each request of a connection. */
  interface Answer {
    void to(SocketServer.Peer peer, String head) throws IOException;
  }

  static SocketServer start(Answer answer) throws IOException {
    return SocketServer.start(
        peer -> {
          for (String head = peer.request(); head != null; head = peer.request()) {
            answer.to(peer, head);
          }
        });
  }
}
