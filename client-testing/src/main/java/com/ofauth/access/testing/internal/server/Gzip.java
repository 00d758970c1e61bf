package com.ofauth.access.testing.internal.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compresses bodies, well or badly. */
final class Gzip {

  private Gzip() {}

  static byte[] pack(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return out.toByteArray();
  }

  static byte[] packBadly(byte[] bytes) {
    byte[] packed = pack(bytes);
    // The second half turned round: the header stays good, the checksum can not.
    for (int i = packed.length / 2; i < packed.length; i++) {
      packed[i] ^= (byte) 0xff;
    }
    return packed;
  }
}
