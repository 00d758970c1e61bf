package com.ofauth.access.network;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * HTTP/2 with prior knowledge, as much of it as answers a GET: frames are read by their length, and
 * no header of the request is decoded.
 */
final class Http2Server implements SocketServer.Handler {
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int GOAWAY = 7;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int ACK = 1;
  private static final int REFUSED_STREAM = 7;

  /** What the server does with the request number n of one connection, counted from 1. */
  interface Reaction {
    void to(Stream stream, int number) throws IOException;
  }

  private final Reaction reaction;

  Http2Server(Reaction reaction) {
    this.reaction = reaction;
  }

  @Override
  public void serve(SocketServer.Peer peer) throws IOException {
    DataInputStream in = new DataInputStream(peer.in());
    in.readFully(new byte["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length()]);
    peer.send(frame(SETTINGS, 0, 0, new byte[0]));
    int number = 0;
    try {
      while (true) {
        int lengthAndType = in.readInt();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        in.readFully(new byte[lengthAndType >>> 8]);
        int type = lengthAndType & 0xff;
        if (type == SETTINGS && flags != ACK) {
          peer.send(frame(SETTINGS, ACK, 0, new byte[0]));
        } else if (type == HEADERS) {
          peer.idle(false);
          peer.note("stream " + stream);
          reaction.to(new Stream(peer, stream), ++number);
          peer.idle(true);
        }
      }
    } catch (EOFException e) {
      // The client has closed the connection.
    }
  }

  private static byte[] frame(int type, int flags, int stream, byte[] payload) {
    return ByteBuffer.allocate(9 + payload.length)
        .putInt(payload.length << 8 | type)
        .put((byte) flags)
        .putInt(stream)
        .put(payload)
        .array();
  }

  /** One request that waits for an answer. */
  static final class Stream {
    private final SocketServer.Peer peer;
    private final int id;

    Stream(SocketServer.Peer peer, int id) {
      this.peer = peer;
      this.id = id;
    }

    void page() throws IOException {
      // 0x88 is ":status: 200" in the static table of HPACK.
      peer.send(frame(HEADERS, END_HEADERS, id, new byte[] {(byte) 0x88}));
      byte[] body = SocketServer.EMPTY_PAGE.getBytes(StandardCharsets.UTF_8);
      peer.send(frame(DATA, END_STREAM, id, body));
    }

    /** An answer before the answer. */
    void interim(String status) throws IOException {
      byte[] value = status.getBytes(StandardCharsets.US_ASCII);
      // 8 is ":status" in the static table; the value is a literal that is not kept.
      byte[] header =
          ByteBuffer.allocate(2 + value.length)
              .put((byte) 8)
              .put((byte) value.length)
              .put(value)
              .array();
      peer.send(frame(HEADERS, END_HEADERS, id, header));
    }

    void refuse() throws IOException {
      peer.send(frame(RST_STREAM, 0, id, ByteBuffer.allocate(4).putInt(REFUSED_STREAM).array()));
    }

    /** Says that the connection takes no stream after this id. */
    void goAway(int lastId) throws IOException {
      peer.send(frame(GOAWAY, 0, 0, ByteBuffer.allocate(8).putInt(lastId).putInt(0).array()));
    }

    int id() {
      return id;
    }

    /**
     * Waits until the client has closed the connection, as servers do after a GOAWAY. A server that
     * closes at once can meet a client that is still about to flush its first request; OkHttp then
     * fails, and nothing tells that failure from one before the answer.
     */
    void awaitClosedByClient() throws IOException {
      peer.awaitClosedByClient();
    }
  }
}
