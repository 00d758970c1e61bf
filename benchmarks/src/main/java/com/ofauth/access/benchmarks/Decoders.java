package com.ofauth.access.benchmarks;

import com.alibaba.fastjson2.JSON;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.gson.Gson;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import okio.BufferedSource;

/** Every way to decode a page of chats. */
final class Decoders {
  private final Models sdk = new Models();
  private final JsonAdapter<Records.Page> moshi =
      new Moshi.Builder().build().adapter(Records.Page.class);
  private final ObjectReader jackson = JsonMapper.builder().build().readerFor(Records.Page.class);
  private final Gson stock = stockGson();

  /** Its models register themselves with the client's own Gson. */
  static Gson stockGson() {
    return new com.ofauth.access.stock.JSON().getGson();
  }

  Object sdk(BufferedSource body) throws IOException {
    return sdk.read(body);
  }

  Object moshi(BufferedSource body) throws IOException {
    return Objects.requireNonNull(moshi.fromJson(body));
  }

  Object jackson(byte[] body) throws IOException {
    return jackson.readValue(body);
  }

  Object stock(byte[] body) throws IOException {
    try (InputStreamReader reader =
        new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
      return stock.fromJson(reader, com.ofauth.access.stock.model.ChatListResponse.class);
    }
  }

  static Object fastjson(byte[] body) {
    return JSON.parseObject(body, Records.Page.class);
  }

  /** Reads every token and keeps nothing: the least that a decoder on Moshi's reader can cost. */
  static long tokens(BufferedSource body) throws IOException {
    long seen = 0;
    try (JsonReader reader = JsonReader.of(body)) {
      while (true) {
        switch (reader.peek()) {
          case BEGIN_ARRAY -> reader.beginArray();
          case END_ARRAY -> reader.endArray();
          case BEGIN_OBJECT -> reader.beginObject();
          case END_OBJECT -> reader.endObject();
          case NAME -> seen += reader.nextName().length();
          case STRING -> seen += reader.nextString().length();
          case NUMBER -> seen += reader.nextLong();
          case BOOLEAN -> seen += reader.nextBoolean() ? 1 : 0;
          case NULL -> reader.<Object>nextNull();
          case END_DOCUMENT -> {
            return seen;
          }
        }
      }
    }
  }
}
