package com.ofauth.access.testing.internal.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Compresses bodies, well or badly. */
public final class Gzip {

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

  /** A text with so many spaces in its middle, packed. */
  public static byte[] padded(String start, long spaces, String end) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] block = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(start.getBytes(StandardCharsets.UTF_8));
      for (long left = spaces; left > 0; left -= block.length) {
        gzip.write(block, 0, (int) Math.min(left, block.length));
      }
      gzip.write(end.getBytes(StandardCharsets.UTF_8));
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
