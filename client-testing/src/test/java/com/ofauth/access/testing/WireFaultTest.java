package com.ofauth.access.testing;

import static com.ofauth.access.testing.Http.CHATS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.testing.RawHttp.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of the connection on HTTP/1.1, seen from a socket. */
@Timeout(60)
final class WireFaultTest {
  @RegisterExtension static final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final OfAuthTestProvider provider = ofauth.provider();
  private final String whole = Http.get(provider, CHATS).body();

  @Test
  void resetsBeforeTheStatusLine() throws IOException {
    Wire wire = exchange(WireFault.resetBeforeStatus());

    assertThat(wire.text()).isEmpty();
    assertThat(wire.reset()).isTrue();
  }

  @Test
  void closesWithoutAnAnswer() throws IOException {
    Wire wire = exchange(WireFault.closeBeforeStatus());

    assertThat(wire.text()).isEmpty();
    assertThat(wire.reset()).isFalse();
  }

  @Test
  void closesWhereThereIsNoStreamToRefuse() throws IOException {
    assertThat(exchange(WireFault.refuseStream())).isEqualTo(new Wire("", false));
  }

  @Test
  void resetsInTheMiddleOfTheBody() throws Exception {
    try (RawHttp raw = new RawHttp(provider)) {
      provider.faults().next(WireFault.resetInBody());

      Wire wire = raw.send(CHATS).readToEnd();

      // What the reset overtakes is lost, so how much of the half arrives is open.
      assertThat(wire.reset()).isTrue();
      assertThat(wire.body().length()).isLessThan(bytes(whole));
    }
  }

  @Test
  void cutsABodyThatHasALength() throws IOException {
    Wire wire = exchange(WireFault.cutBody(Framing.CONTENT_LENGTH));

    assertThat(wire.reset()).isFalse();
    assertThat(wire.head()).contains("content-length: " + bytes(whole));
    assertThat(wire.body()).hasSize((bytes(whole) + 1) / 2);
  }

  @Test
  void cutsAChunkedBodyBeforeItsLastChunk() throws IOException {
    Wire wire = exchange(WireFault.cutBody(Framing.CHUNKED));

    assertThat(wire.reset()).isFalse();
    assertThat(wire.head()).contains("transfer-encoding: chunked").doesNotContain("content-length");
    assertThat(wire.body()).doesNotEndWith("0\r\n\r\n").startsWith(hex((bytes(whole) + 1) / 2));
  }

  @Test
  void cutsABodyThatEndsWithTheConnection() throws IOException {
    Wire wire = exchange(WireFault.cutBody(Framing.UNTIL_CLOSE));

    assertThat(wire.reset()).isFalse();
    assertThat(wire.head())
        .contains("connection: close")
        .doesNotContain("content-length", "transfer-encoding");
    assertThat(wire.body()).hasSize((bytes(whole) + 1) / 2);
  }

  @ParameterizedTest
  @EnumSource(Framing.class)
  void framesAWholeBodyInEachWay(Framing framing) {
    provider.faults().next(WireFault.framing(framing));

    assertThat(Http.get(provider, CHATS).body()).isEqualTo(whole);
  }

  @Test
  void compressesTheBody() throws IOException {
    provider.faults().next(PageFault.alwaysMore(), WireFault.gzip());

    HttpResponse<byte[]> answer = bytesOf(CHATS);

    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(answer.headers().firstValue("Content-Length"))
        .contains(Integer.toString(answer.body().length));
    assertThat(new String(gunzip(answer), UTF_8)).isEqualTo(whole);
  }

  @Test
  void damagesACompressedBody() {
    provider.faults().next(WireFault.damagedGzip(), PageFault.nullList());

    HttpResponse<byte[]> answer = bytesOf(CHATS);

    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThatThrownBy(() -> gunzip(answer)).isInstanceOf(IOException.class);
  }

  @Test
  void stallsInTheMiddleOfTheBodyUntilTheClientGoes() throws Exception {
    try (RawHttp raw = new RawHttp(provider)) {
      provider.faults().next(WireFault.stallBody());
      raw.send(CHATS);

      Wire wire = raw.readHeadAnd((bytes(whole) + 1) / 2);

      assertThat(wire.body()).hasSize((bytes(whole) + 1) / 2);
      assertThat(provider.abandonedRequests()).isEmpty();
      raw.disconnect();
      assertThat(provider.awaitAbandoned(1, PATIENCE).number()).isEqualTo(2);
    }
  }

  @Test
  void neverAnswersUntilTheClientGoes() throws Exception {
    try (RawHttp raw = new RawHttp(provider)) {
      provider.faults().next(WireFault.noAnswer());
      raw.send(CHATS);
      provider.awaitRequest(2, PATIENCE);

      raw.disconnect();

      assertThat(provider.awaitAbandoned(1, PATIENCE).status()).isEmpty();
    }
  }

  @Test
  void dripsTheBody() {
    provider.faults().next(WireFault.slowDrip(1_000, Duration.ofNanos(1)));

    assertThat(Http.get(provider, CHATS).body()).isEqualTo(whole);
  }

  @Test
  void dripsWithAPauseBetweenTheSteps() throws Exception {
    try (RawHttp raw = new RawHttp(provider)) {
      provider.faults().next(WireFault.slowDrip(10, Duration.ofDays(1)));
      raw.send(CHATS);

      assertThat(raw.readHeadAnd(10).body()).isEqualTo(whole.substring(0, 10));
      raw.disconnect();
      provider.awaitAbandoned(1, PATIENCE);
    }
  }

  @Test
  void waitsBeforeTheAnswerWithoutHoldingUpOthers() throws Exception {
    try (RawHttp slow = new RawHttp(provider)) {
      provider.faults().next(WireFault.latency(Duration.ofDays(1)));
      slow.send(CHATS);
      provider.awaitRequest(2, PATIENCE);

      assertThat(Http.get(provider, CHATS).status()).isEqualTo(200);
      slow.disconnect();
      assertThat(provider.awaitAbandoned(1, PATIENCE).number()).isEqualTo(2);
    }
  }

  @Test
  void answersAfterTheWait() {
    provider
        .faults()
        .next(WireFault.latency(Duration.ofMillis(1)), WireFault.latency(Duration.ofMillis(1)));

    assertThat(Http.get(provider, CHATS).body()).isEqualTo(whole);
  }

  @Test
  void holdsAnswersUntilTheyAreReleased() throws Exception {
    Gate gate = Gate.create();
    provider.faults().nextRequests(2, WireFault.hold(gate));
    try (RawHttp first = new RawHttp(provider);
        RawHttp second = new RawHttp(provider)) {
      first.send(CHATS + "?limit=1");
      second.send(CHATS + "?limit=1");
      gate.awaitHeld(2, PATIENCE);
      provider.connection().chats().clear();
      assertThat(gate).hasToString("Gate[closed, held 2]");

      gate.release();

      // The held answers show the list as it was when the requests came.
      assertThat(first.readHeadAnd(20).text()).contains("HTTP/1.1 200 OK", "{\"list\":[{");
      assertThat(second.readHeadAnd(20).text()).contains("HTTP/1.1 200 OK", "{\"list\":[{");
      assertThat(provider.abandonedRequests()).isEmpty();
    }
  }

  @Test
  void saysWhichHeldRequestAClientCancelled() throws Exception {
    Gate gate = Gate.create();
    provider.faults().next(WireFault.hold(gate));
    try (RawHttp raw = new RawHttp(provider)) {
      raw.send(CHATS + "?limit=7");
      gate.awaitHeld(1, PATIENCE);
      raw.disconnect();

      assertThat(provider.awaitAbandoned(1, PATIENCE).queryParam("limit")).contains("7");
      gate.release();
    }
  }

  @Test
  void saysWhatItWaitedForInVain() {
    assertThatThrownBy(() -> Gate.create().awaitHeld(1, Duration.ZERO))
        .hasMessage("only 0 of 1 responses were held within PT0S");
    assertThatThrownBy(() -> provider.awaitRequest(9, Duration.ZERO))
        .hasMessage("only 1 of 9 requests came (waited for PT0S)");
    assertThatThrownBy(() -> provider.awaitAbandoned(1, Duration.ZERO))
        .hasMessage("only 0 of 1 requests were abandoned (waited for PT0S)");
  }

  @Test
  void closesAPooledConnectionWithoutHavingSaidSo() throws Exception {
    try (RawHttp raw = new RawHttp(provider)) {
      provider.faults().next(WireFault.closeAfterAnswer());

      Wire wire = raw.send(CHATS).readToEnd();

      assertThat(wire.head()).doesNotContain("connection: close");
      assertThat(wire.body()).hasSize(bytes(whole));
    }
  }

  @Test
  void saysThatItClosesWhereThereIsNoGoAwayFrame() throws IOException {
    Wire wire = exchange(WireFault.goAway());

    assertThat(wire.head()).contains("connection: close");
    assertThat(wire.body()).hasSize(bytes(whole));
  }

  @Test
  void refusesConnectionsUntilToldOtherwise() throws IOException {
    provider.refuseConnections();
    assertThatThrownBy(() -> new RawHttp(provider)).isInstanceOf(ConnectException.class);

    provider.acceptConnections();
    provider.acceptConnections();
    assertThat(Http.get(provider, CHATS).status()).isEqualTo(200);
  }

  @Test
  void doesNotTakeRequestsThatItEndsItselfForAbandoned() throws Exception {
    Gate gate = Gate.create();
    provider.faults().next(WireFault.hold(gate));
    try (RawHttp raw = new RawHttp(provider)) {
      raw.send(CHATS);
      gate.awaitHeld(1, PATIENCE);

      provider.refuseConnections();

      assertThat(raw.readToEnd().text()).isEmpty();
      assertThat(provider.abandonedRequests()).isEmpty();
    }
  }

  @Test
  void canBeClosedTwiceAndWithAnswersHeld() throws Exception {
    OfAuthTestProvider own = OfAuthTestProvider.start();
    Gate gate = Gate.create();
    own.faults().next(WireFault.hold(gate));
    try (RawHttp raw = new RawHttp(own)) {
      raw.send(CHATS);
      gate.awaitHeld(1, PATIENCE);
      own.close();
      own.close();

      gate.release();

      assertThat(raw.readToEnd().text()).isEmpty();
    }
  }

  @Test
  void cutsOpenConnectionsWhenItRefusesNewOnes() throws Exception {
    try (RawHttp raw = new RawHttp(provider)) {
      raw.send(CHATS).readHeadAnd(bytes(whole));

      provider.refuseConnections();

      assertThat(raw.readToEnd().text()).isEmpty();
    }
  }

  @Test
  void refusesConnectionsAfterAnAnswerOnSchedule() {
    provider.faults().onRequest(3, WireFault.refuseConnectionsAfterAnswer());

    assertThat(Http.get(provider, CHATS).status()).isEqualTo(200);
    assertThat(Http.get(provider, CHATS).status()).isEqualTo(200);
    assertThatThrownBy(() -> new RawHttp(provider)).isInstanceOf(ConnectException.class);
    provider.reset();
    assertThat(Http.get(provider, CHATS).status()).isEqualTo(200);
  }

  @Test
  void answersPipelinedRequestsInOrder() throws Exception {
    Gate gate = Gate.create();
    provider.faults().next(WireFault.hold(gate));
    provider.faults().next(WireFault.framing(Framing.UNTIL_CLOSE));
    try (RawHttp raw = new RawHttp(provider)) {
      raw.send(CHATS + "?offset=50").send("/elsewhere");
      provider.awaitRequest(3, PATIENCE);
      gate.release();

      assertThat(raw.readToEnd().text())
          .containsSubsequence("HTTP/1.1 200", "{\"list\":[]", "HTTP/1.1 404", "ROUTE_NOT_FOUND");
    }
  }

  @Test
  void countsConnections() throws Exception {
    int before = provider.openedConnections();
    try (RawHttp first = new RawHttp(provider);
        RawHttp second = new RawHttp(provider)) {
      first.send(CHATS).readHeadAnd(10);
      second.send(CHATS).readHeadAnd(10);
      assertThat(provider.openedConnections()).isEqualTo(before + 2);
      assertThat(provider.openConnections()).isGreaterThanOrEqualTo(2);
      assertThat(provider.requests().get(1).connectionNumber())
          .isNotEqualTo(provider.requests().get(2).connectionNumber());
    }
    provider.refuseConnections();
    provider.awaitOpenConnections(0, PATIENCE);
    assertThat(provider.openConnections()).isZero();
  }

  @Test
  void closesOnWhatIsNotHttp() throws Exception {
    try (RawHttp raw = new RawHttp(provider)) {
      raw.sendText("\r\nnonsense\r\n\r\n");

      assertThat(raw.readToEnd().text()).isEmpty();
      assertThat(provider.requests()).hasSize(1);
    }
  }

  @Test
  void answersAsHttp10() throws IOException {
    provider.faults().next(WireFault.http10());
    try (RawHttp raw = new RawHttp(provider)) {
      Wire wire = raw.send(CHATS).readToEnd();

      assertThat(wire.head())
          .startsWith("HTTP/1.0 200 OK")
          .contains("content-length: " + bytes(whole))
          .doesNotContain("connection:");
      assertThat(wire.body()).hasSize(bytes(whole));
    }
  }

  @Test
  void sendsNoChunksAsHttp10() throws IOException {
    provider.faults().next(WireFault.http10(), WireFault.framing(Framing.CHUNKED));
    try (RawHttp raw = new RawHttp(provider)) {
      Wire wire = raw.send(CHATS).readToEnd();

      assertThat(wire.head())
          .doesNotContain("connection:", "content-length:", "transfer-encoding:");
      assertThat(wire.body()).hasSize(bytes(whole));
    }
  }

  @Test
  void servesClientsOfHttp10() throws IOException {
    provider.faults().next(WireFault.framing(Framing.CHUNKED));
    try (RawHttp raw = new RawHttp(provider)) {
      Wire wire = raw.sendText("GET /elsewhere HTTP/1.0\r\n\r\n").readToEnd();

      assertThat(wire.head())
          .startsWith("HTTP/1.1 404 Not Found")
          .contains("connection: close")
          .doesNotContain("transfer-encoding:");
      assertThat(provider.requests().get(1).protocol()).isEqualTo("HTTP/1.0");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20})
  void sendsInterimResponsesAheadOfTheAnswer(int count) throws IOException {
    int[] statuses = new int[count];
    Arrays.fill(statuses, 103);
    provider.faults().next(WireFault.interim(statuses));
    try (RawHttp raw = new RawHttp(provider)) {
      String hints = "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(count);

      assertThat(raw.send(CHATS).read(hints.length())).isEqualTo(hints);
      assertThat(raw.readHeadAnd(bytes(whole)).head()).startsWith("HTTP/1.1 200 OK");
    }
  }

  @Test
  void announcesTheEndOfTheConnection() throws IOException {
    Wire wire = exchange(WireFault.connectionClose());

    assertThat(wire.head()).contains("connection: close");
    assertThat(wire.body()).hasSize(bytes(whole));
  }

  @Test
  void sendsAnyTextOnTheStatusLine() throws IOException {
    String text = "x".repeat(100_000) + "\u001b[31m\u2028";
    provider.faults().next(WireFault.statusText(text));
    try (RawHttp raw = new RawHttp(provider)) {
      String head = raw.send(CHATS).readHeadAnd(bytes(whole)).head();

      assertThat(utf8(head)).startsWith("HTTP/1.1 200 " + text + "\r\n");
    }
  }

  @Test
  void sendsAnyTextInAHeader() throws IOException {
    provider.faults().next(WireFault.header("X-Request-Id", "r1\rFORGED\u2028\u202e\u0000"));
    try (RawHttp raw = new RawHttp(provider)) {
      String head = raw.send(CHATS).readHeadAnd(bytes(whole)).head();

      assertThat(utf8(head)).contains("X-Request-Id: r1\rFORGED\u2028\u202e\u0000");
    }
  }

  @Test
  void marksTheOrderOfBytes() throws IOException {
    provider.faults().next(WireFault.byteOrderMark(), AnswerFault.respond(401, "text/plain", "no"));

    HttpResponse<byte[]> answer = bytesOf(CHATS);

    assertThat(answer.body()).containsExactly(0xef, 0xbb, 0xbf, 'n', 'o');
    assertThat(answer.headers().firstValue("Content-Length")).contains("5");
  }

  @Test
  void stallsBeforeTheBody() throws Exception {
    try (RawHttp raw = new RawHttp(provider)) {
      provider.faults().next(AnswerFault.rulesOutdated(), WireFault.stallBeforeBody());
      raw.send(CHATS);

      assertThat(raw.readHeadAnd(0).head())
          .startsWith("HTTP/1.1 401 Unauthorized")
          .containsPattern("content-length: [1-9]");
      raw.disconnect();
      assertThat(provider.awaitAbandoned(1, PATIENCE).status()).hasValue(401);
    }
  }

  @Test
  void stallsInTheMiddleOfTheBodyOfAnError() throws Exception {
    try (RawHttp raw = new RawHttp(provider)) {
      provider
          .faults()
          .next(AnswerFault.respond(500, "text/plain", "0123456789"), WireFault.stallBody());
      raw.send(CHATS);

      assertThat(raw.readHeadAnd(5).text()).startsWith("HTTP/1.1 500").endsWith("\r\n01234");
      raw.disconnect();
      provider.awaitAbandoned(1, PATIENCE);
    }
  }

  @Test
  void refusesFiguresOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WireFault.interim(103, 101))
        .withMessage("statuses must be between 100 and 199, and not 101: [103, 101]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WireFault.latency(Duration.ofNanos(-1)))
        .withMessage("wait must not be negative: PT-0.000000001S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WireFault.slowDrip(0, Duration.ZERO))
        .withMessage("bytes must be at least 1 and pause not negative: 0, PT0S");
  }

  private HttpResponse<byte[]> bytesOf(String target) {
    return Http.bytes(
        Http.request(provider, target).header("x-connection-id", "conn_test").build());
  }

  private static byte[] gunzip(HttpResponse<byte[]> answer) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
  }

  /** The text of bytes that were read one for a character. */
  private static String utf8(String bytes) {
    return new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }

  private Wire exchange(Fault fault) throws IOException {
    provider.faults().next(fault);
    try (RawHttp raw = new RawHttp(provider)) {
      return raw.send(CHATS).readToEnd();
    }
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }

  private static String hex(int size) {
    return Integer.toHexString(size) + "\r\n";
  }
}
