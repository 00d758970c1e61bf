package com.ofauth.access.testing;

import static com.ofauth.access.testing.Http.CHATS;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Faults of the connection on HTTP/2 with prior knowledge. The JDK's client can not speak that, so
 * OkHttp does here.
 */
@Timeout(60)
final class WireFaultHttp2Test {
  @RegisterExtension static final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final OfAuthTestProvider provider = ofauth.provider();
  private final String whole = Http.get(provider, CHATS).body();
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
          .retryOnConnectionFailure(false)
          .build();

  @AfterEach
  void closeConnections() {
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }

  @Test
  void servesTheSamePagesOnOneConnection() throws IOException {
    assertThat(get(CHATS)).isEqualTo(whole);
    assertThat(get(CHATS + "?offset=50")).isEqualTo("{\"list\":[],\"hasMore\":false}");

    List<RecordedRequest> requests = provider.requests();
    assertThat(requests.get(1).protocol()).isEqualTo("HTTP/2");
    assertThat(requests.get(1).connectionNumber()).isEqualTo(requests.get(2).connectionNumber());
    assertThat(requests.get(1).headers().keySet()).noneMatch(name -> name.startsWith("x-http2"));
    assertThat(requests.get(1).header("apiKey")).contains("[redacted]");
  }

  @Test
  void servesClientsThatBeginWithStreamOne() throws Exception {
    byte[] headers = {
      (byte) 0x82, // :method GET
      (byte) 0x86, // :scheme http
      (byte) 0x84, // :path /
      (byte) 0x01,
      4,
      't',
      'e',
      's',
      't' // :authority test
    };
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
    request.write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0}); // SETTINGS, empty
    // HEADERS with END_STREAM and END_HEADERS on stream 1
    request.write(new byte[] {0, 0, (byte) headers.length, 1, 5, 0, 0, 0, 1});
    request.write(headers);

    try (Socket socket = new Socket(provider.addresses().get(0), provider.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.toByteArray());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      byte[] head = new byte[9];
      do {
        in.readFully(head);
        in.skipNBytes((head[0] & 0xff) << 16 | (head[1] & 0xff) << 8 | (head[2] & 0xff));
      } while (head[3] != 1);

      assertThat(head[8]).isEqualTo((byte) 1);
    }
    assertThat(provider.requests().get(1).status()).hasValue(404);
  }

  @Test
  void closesConnectionsThatBreakTheProtocol() throws Exception {
    try (Socket socket = new Socket(provider.addresses().get(0), provider.port())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nnonsense, and more of it".getBytes(US_ASCII));

      assertThat(socket.getInputStream().readAllBytes()).isNotNull();
    }
    assertThat(provider.requests()).hasSize(1);
  }

  @Test
  void answersErrorsToo() throws IOException {
    try (Response response = call("/elsewhere").execute()) {
      assertThat(response.code()).isEqualTo(404);
      assertThat(body(response).string()).contains("ROUTE_NOT_FOUND");
    }
  }

  @Test
  void resetsTheConnectionBeforeTheStatus() {
    provider.faults().next(WireFault.resetBeforeStatus());

    assertThatThrownBy(() -> get(CHATS)).isInstanceOf(IOException.class);
    assertThat(provider.requests().get(1).status()).isEmpty();
  }

  @Test
  void closesTheConnectionWithoutAnAnswer() {
    provider.faults().next(WireFault.closeBeforeStatus());

    assertThatThrownBy(() -> get(CHATS)).isInstanceOf(IOException.class);
  }

  @Test
  void refusesAStreamAndKeepsTheConnection() throws IOException {
    provider.faults().next(WireFault.refuseStream());

    assertThatThrownBy(() -> get(CHATS))
        .isInstanceOfSatisfying(
            StreamResetException.class,
            e -> assertThat(e.errorCode).isEqualTo(ErrorCode.REFUSED_STREAM));
    assertThat(get(CHATS)).isEqualTo(whole);
    assertThat(provider.requests().get(1).connectionNumber())
        .isEqualTo(provider.requests().get(2).connectionNumber());
  }

  @Test
  void resetsTheConnectionInTheMiddleOfTheBody() {
    provider.faults().next(WireFault.resetInBody());

    assertThatThrownBy(() -> get(CHATS)).isInstanceOf(IOException.class);
  }

  @Test
  void endsAStreamInOrderWithFewerBytesThanItsLength() throws IOException {
    provider.faults().next(WireFault.cutBody(Framing.CONTENT_LENGTH));

    try (Response response = call(CHATS).execute()) {
      assertThat(response.header("content-length")).isEqualTo(Integer.toString(bytes(whole)));
      assertThat(body(response).source().readByteArray()).hasSize((bytes(whole) + 1) / 2);
    }
  }

  @Test
  void resetsTheStreamOfABodyWithoutLength() throws IOException {
    provider.faults().next(WireFault.cutBody(Framing.CHUNKED));

    assertThatThrownBy(() -> get(CHATS))
        .isInstanceOfSatisfying(
            StreamResetException.class,
            e -> assertThat(e.errorCode).isEqualTo(ErrorCode.INTERNAL_ERROR));
    assertThat(get(CHATS)).isEqualTo(whole);
  }

  @Test
  void endsAStreamInOrderWithFewerBytesAndNoLength() throws IOException {
    provider.faults().next(WireFault.cutBody(Framing.UNTIL_CLOSE));

    try (Response response = call(CHATS).execute()) {
      assertThat(response.header("content-length")).isNull();
      assertThat(body(response).source().readByteArray()).hasSize((bytes(whole) + 1) / 2);
    }
  }

  @Test
  void framesWholeBodiesInEachWay() throws IOException {
    for (Framing framing : Framing.values()) {
      provider.faults().next(WireFault.framing(framing));
      assertThat(get(CHATS)).isEqualTo(whole);
    }
  }

  @Test
  void stallsAndDripsWithoutHoldingUpOtherStreams() throws Exception {
    provider.faults().next(WireFault.stallBody());
    Call stalled = call(CHATS);
    try (Response response = stalled.execute()) {
      body(response).source().require((bytes(whole) + 1) / 2);
      provider.faults().next(WireFault.slowDrip(2_000, Duration.ofNanos(1)));

      assertThat(get(CHATS)).isEqualTo(whole);

      stalled.cancel();
    }
    assertThat(provider.awaitAbandoned(1, PATIENCE).number()).isEqualTo(2);
    assertThat(provider.requests().get(1).connectionNumber())
        .isEqualTo(provider.requests().get(2).connectionNumber());
  }

  @Test
  void saysWhichHeldStreamAClientCancelled() throws Exception {
    Gate gate = Gate.create();
    provider.faults().next(WireFault.hold(gate));
    Call call = call(CHATS + "?limit=7");
    Thread reader = new Thread(() -> assertThatThrownBy(call::execute).isNotNull());
    reader.start();
    gate.awaitHeld(1, PATIENCE);

    call.cancel();

    assertThat(provider.awaitAbandoned(1, PATIENCE).queryParam("limit")).contains("7");
    gate.release();
    reader.join();
  }

  @Test
  void doesNotTakeStreamsThatItEndsItselfForAbandoned() throws Exception {
    Gate gate = Gate.create();
    provider.faults().next(WireFault.hold(gate));
    Thread reader = new Thread(() -> assertThatThrownBy(() -> get(CHATS)).isNotNull());
    reader.start();
    gate.awaitHeld(1, PATIENCE);
    provider.faults().next(WireFault.resetBeforeStatus());

    assertThatThrownBy(() -> get(CHATS)).isInstanceOf(IOException.class);
    reader.join();

    assertThat(provider.requests().get(1).connectionNumber())
        .isEqualTo(provider.requests().get(2).connectionNumber());
    assertThat(provider.abandonedRequests()).isEmpty();
  }

  @Test
  void saysGoAwayAheadOfAGoodAnswer() throws Exception {
    provider.faults().next(WireFault.goAway());

    assertThat(get(CHATS)).isEqualTo(whole);
    assertThat(get(CHATS)).isEqualTo(whole);
    assertThat(provider.requests().get(1).connectionNumber())
        .isNotEqualTo(provider.requests().get(2).connectionNumber());
  }

  @Test
  void answersWhatCameBeforeGoAway() throws Exception {
    int others = provider.openConnections();
    Gate first = Gate.create();
    Gate second = Gate.create();
    provider.faults().next(WireFault.hold(first), WireFault.goAway());
    provider.faults().next(WireFault.hold(second));
    CompletableFuture<String> leaving = CompletableFuture.supplyAsync(this::chats);
    first.awaitHeld(1, PATIENCE);
    CompletableFuture<String> other = CompletableFuture.supplyAsync(this::chats);
    second.awaitHeld(1, PATIENCE);

    first.release();
    assertThat(leaving.get(20, TimeUnit.SECONDS)).isEqualTo(whole);
    second.release();

    assertThat(other.get(20, TimeUnit.SECONDS)).isEqualTo(whole);
    assertThat(provider.requests()).hasSize(3);
    assertThat(provider.requests().get(1).connectionNumber())
        .isEqualTo(provider.requests().get(2).connectionNumber());
    provider.awaitOpenConnections(others, PATIENCE);
  }

  private String chats() {
    try {
      return get(CHATS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void sendsOneInterimResponse() throws Exception {
    provider.faults().next(WireFault.interim(103));

    assertThat(get(CHATS)).isEqualTo(whole);
  }

  @Test
  void stallsBeforeTheBody() throws Exception {
    provider.faults().next(WireFault.stallBeforeBody());
    Call stalled = call(CHATS);
    try (Response response = stalled.execute()) {
      assertThat(response.code()).isEqualTo(200);
      stalled.cancel();
    }
    assertThat(provider.awaitAbandoned(1, PATIENCE).number()).isEqualTo(2);
  }

  @Test
  void sendsUncheckedHeadersAndIgnoresWhatHttp2LacksOnTheStatusLine() throws Exception {
    provider
        .faults()
        .next(
            WireFault.header("X-Request-Id", "r1\tFORGED\u0007"),
            WireFault.statusText("x"),
            WireFault.http10(),
            WireFault.byteOrderMark());

    try (Response response = call(CHATS).execute()) {
      assertThat(response.header("x-request-id")).isEqualTo("r1\tFORGED\u0007");
      assertThat(body(response).bytes()).startsWith(0xef, 0xbb, 0xbf, '{');
    }
    get(CHATS);
    assertThat(provider.requests().get(1).connectionNumber())
        .isEqualTo(provider.requests().get(2).connectionNumber());
  }

  @Test
  void refusesConnectionsAfterAnAnswer() throws IOException {
    provider.faults().next(WireFault.refuseConnectionsAfterAnswer());

    assertThat(get(CHATS)).isEqualTo(whole);
    assertThatThrownBy(() -> new RawHttp(provider)).isInstanceOf(ConnectException.class);
    assertThatThrownBy(() -> get(CHATS)).isInstanceOf(IOException.class);
  }

  @Test
  void spoilsAnswersAndPagesToo() throws IOException {
    provider.faults().next(AnswerFault.noContent());
    try (Response response = call(CHATS).execute()) {
      assertThat(response.code()).isEqualTo(204);
    }
    provider.faults().next(PageFault.nullList());
    assertThat(get(CHATS)).startsWith("{\"list\":null");
    provider.faults().next(WireFault.damagedGzip());
    assertThatThrownBy(() -> get(CHATS)).isInstanceOf(IOException.class);
  }

  private String get(String target) throws IOException {
    try (Response response = call(target).execute()) {
      return body(response).string();
    }
  }

  private Call call(String target) {
    return client.newCall(
        new Request.Builder()
            .url(provider.baseUrl() + target)
            .header("apiKey", provider.apiKey())
            .header("x-connection-id", provider.connectionId())
            .build());
  }

  private static ResponseBody body(Response response) {
    return Objects.requireNonNull(response.body());
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }
}
