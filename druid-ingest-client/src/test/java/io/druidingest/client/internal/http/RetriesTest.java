package io.druidingest.client.internal.http;

import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.lost;
import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.druidingest.client.DruidHttpException;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.Overheard;
import io.druidingest.client.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, and when. */
class RetriesTest extends TransportRig {

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void aQuestionIsAskedAgainAfter(int status) {
        server.answers(status(status), GOOD);

        assertThat(time.finish(transport.send(QUESTION.call("x")))).isEqualTo("good");
        assertThat(server.requestCount()).isEqualTo(2);
        assertThat(time.elapsed()).isBetween(Duration.ofMillis(187), Duration.ofMillis(313));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void aRepeatablePostIsSentAgainAfter(int status) {
        server.answers(status(status), GOOD);

        assertThat(time.finish(transport.send(REPEATABLE.call()))).isEqualTo("good");
        assertThat(server.requestCount()).isEqualTo(2);
    }

    @Test
    void anotherPostIsNotSentAgainWhenAProxyLostItsAnswer() {
        server.answers(
                status(
                        503,
                        "upstream connect error or disconnect/reset before headers. reset reason: "
                                + "connection termination"),
                GOOD);

        assertThat(time.failure(transport.send(ONCE.call()))).isInstanceOf(DruidHttpException.class);
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void anyCallIsSentAgainAfterTheRefusal(int status) {
        server.answers(status(status), GOOD);

        assertThat(time.finish(transport.send(ONCE.call()))).isEqualTo("good");
        assertThat(server.requestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void aPostThatMayHaveWorkedIsNotSentAgainAfter(int status) {
        server.answers(status(status, "{\"error\":\"oops\"}"), GOOD);

        assertThat(time.failure(transport.send(ONCE.call()))).isInstanceOfSatisfying(DruidHttpException.class, e -> {
            assertThat(e.status()).isEqualTo(status);
            assertThat(e.error().message()).isEqualTo("oops");
            assertThat(e.endpoint()).isEqualTo("POST /once");
        });
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 409, 415, 501})
    void noCallIsSentAgainAfter(int status) {
        server.answers(status(status), GOOD);

        assertThat(time.failure(transport.send(QUESTION.call("x"))))
                .isInstanceOfSatisfying(
                        DruidHttpException.class, e -> assertThat(e.status()).isEqualTo(status));
        assertThat(server.requestCount()).isEqualTo(1);
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void aQuestionIsAskedAgainWhenTheConnectionBreaks() {
        // the JDK asks a second time by itself
        server.answers(lost(), lost(), lost(), GOOD);

        assertThat(time.finish(transport.send(QUESTION.call("x")))).isEqualTo("good");
        assertThat(time.elapsed()).isPositive();
    }

    @Test
    void aRepeatablePostIsSentAgainWhenTheConnectionBreaks() {
        server.answers(lost(), GOOD);

        assertThat(time.finish(transport.send(REPEATABLE.call()))).isEqualTo("good");
        assertThat(server.requestCount()).isEqualTo(2);
    }

    @Test
    void anotherPostIsNotSentAgainWhenTheConnectionBreaks() {
        server.answers(lost(), GOOD);

        assertThat(time.failure(transport.send(ONCE.call())))
                .isInstanceOfSatisfying(
                        DruidTransportException.class,
                        e -> assertThat(e.mayHaveArrived()).isTrue())
                .hasMessageContaining("POST /once")
                .hasMessageContaining(server.uri().getAuthority());
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void anyCallIsSentAgainWhenNobodyListened() {
        int port = TestServer.freePort();
        CompletableFuture<String> answer = transport(TestServer.uri(port), 4).send(ONCE.call());
        time.advance(Duration.ofSeconds(30));
        assertThat(answer).isNotDone();

        try (TestServer late = TestServer.start(port)) {
            late.answers(GOOD);
            assertThat(time.finish(answer)).isEqualTo("good");
        }
    }

    @Test
    void whatWasNeverSentIsToldFromWhatMayHaveArrived() {
        CompletableFuture<String> answer =
                transport(TestServer.uri(TestServer.freePort()), 4).send(ONCE.call());

        assertThat(time.failure(answer))
                .isInstanceOfSatisfying(
                        DruidTransportException.class,
                        e -> assertThat(e.mayHaveArrived()).isFalse());
    }

    @Test
    void aConnectionThatIsNotTakenInTimeSentNothing() throws IOException {
        List<Socket> crowd = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 2; i++) { // nobody accepts these, so there is no room for a third
                crowd.add(new Socket(full.getInetAddress(), full.getLocalPort()));
            }
            Transport hasty = closeLater(new Transport(
                    Overheard.config(Addresses.ofRouters(List.of(TestServer.uri(full.getLocalPort()))))
                            .connectTimeout(Duration.ofMillis(100)),
                    time));

            assertThat(time.failure(hasty.sendOnce(ONCE.call())))
                    .isInstanceOfSatisfying(
                            DruidTransportException.class,
                            e -> assertThat(e.mayHaveArrived()).isFalse());
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsNotTriedAgain() throws IOException {
        byte[] plain = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8);

        assertThat(time.failure(sendOverTls(plain)))
                .isInstanceOf(DruidTransportException.class)
                .hasCauseInstanceOf(SSLException.class);
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void aHandshakeThatFailsIsNotTriedAgainAndSentNothing() throws IOException {
        byte[] alert = {21, 3, 3, 0, 2, 2, 40}; // fatal: handshake failure

        assertThat(time.failure(sendOverTls(alert)))
                .isInstanceOfSatisfying(
                        DruidTransportException.class,
                        e -> assertThat(e.mayHaveArrived()).isFalse())
                .hasMessageContaining("handshake_failure");
        assertThat(time.elapsed()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHandshakeThatTheOtherSideBreaksOffIsTriedAgain(boolean reset) throws IOException {
        CompletableFuture<String> answer = sendOverTls(socket -> {
            socket.getInputStream().read();
            socket.setSoLinger(reset, 0);
        });

        assertThat(time.failure(answer))
                .isInstanceOfSatisfying(
                        DruidTransportException.class,
                        e -> assertThat(e.mayHaveArrived()).isFalse());
        assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(2));
    }

    private CompletableFuture<String> sendOverTls(byte[] greeting) throws IOException {
        return sendOverTls(socket -> {
            assertThat(socket.getInputStream().read()).isNotNegative(); // an answer before that confuses Java's client
            socket.getOutputStream().write(greeting);
            socket.getInputStream().readAllBytes();
        });
    }

    /** A call over TLS to a server that does so, once, and is gone then. */
    private CompletableFuture<String> sendOverTls(Peer server) throws IOException {
        ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        CompletableFuture<?> unused = CompletableFuture.runAsync(() -> {
            try (listening;
                    Socket socket = listening.accept()) {
                server.meet(socket);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return transport(URI.create("https://127.0.0.1:" + listening.getLocalPort()), 4)
                .send(QUESTION.call("x"));
    }

    @Test
    void oneTryThatMayHaveArrivedIsRememberedWhenTheLaterOnesDidNot() {
        server.answers(lost());
        CompletableFuture<String> answer = transport.send(REPEATABLE.call());
        time.awaitIdle();
        server.close();

        assertThat(time.failure(answer))
                .isInstanceOfSatisfying(
                        DruidTransportException.class,
                        e -> assertThat(e.mayHaveArrived()).isTrue())
                .hasMessageContaining("an earlier try may have arrived");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>log in</html>", "{\"v\":", "{} trailing"})
    void anAnswerThatIsNoJsonIsNotAskedForAgain(String body) {
        server.answers(json(body), GOOD);

        assertThat(time.failure(transport.send(QUESTION.call("x"))))
                .isInstanceOf(DruidTransportException.class)
                .hasMessageContaining("GET /thing/{id} answered with a body that cannot be used");
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerThatIsTooLongIsNotAskedForAgain(boolean chunked) {
        String body = "x".repeat(1_001);
        MockResponse.Builder answer = new MockResponse.Builder();
        server.answers((chunked ? answer.chunkedBody(body, 100) : answer.body(body)).build(), GOOD);

        assertThat(time.failure(transport.send(QUESTION.call("x"))))
                .isInstanceOf(DruidTransportException.class)
                .hasMessageContaining("longer than 1000 bytes")
                .hasMessageContaining("raise maxResponseBytes");
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void anAnswerMayBeAsLongAsTheLimit() {
        String value = "x".repeat(1_000 - 8);
        server.answers(json("{\"v\":\"" + value + "\"}"));

        assertThat(time.finish(transport.send(QUESTION.call("x")))).isEqualTo(value);
    }

    @Test
    void anAnswerThatStopsHalfWayIsGivenUp() {
        server.answers(new MockResponse.Builder()
                .body("{\"v\":\"" + "x".repeat(900) + "\"}")
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build());
        CompletableFuture<String> answer = transport.send(ONCE.call());
        time.awaitTimers(1);
        time.advanceUnderWay(REQUEST_TIMEOUT.multipliedBy(2));

        assertThat(time.failure(answer))
                .isInstanceOf(DruidTransportException.class)
                .hasMessageContaining("stopped coming half-way");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void theServerSaysWhenToTryAgain(int status) {
        server.answers(
                new MockResponse.Builder()
                        .code(status)
                        .addHeader("Retry-After", "7")
                        .build(),
                GOOD);

        assertThat(time.finish(transport.send(ONCE.call()))).isEqualTo("good");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "soon", "Fri, 20 Nov 2026 12:00:00 GMT", "99999999999999999999"})
    void aRetryAfterThatSaysNothingUsefulIsAsGoodAsNone(String value) {
        server.answers(
                new MockResponse.Builder()
                        .code(503)
                        .addHeader("Retry-After", value)
                        .build(),
                GOOD);

        assertThat(time.finish(transport.send(QUESTION.call("x")))).isEqualTo("good");
        assertThat(time.elapsed()).isBetween(Duration.ofMillis(187), Duration.ofMillis(313));
    }

    @Test
    void whoIsToldToWaitBeyondTheDeadlineGivesUpAtOnce() {
        server.answers(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "121")
                .build());

        assertThat(time.failure(transport.send(QUESTION.call("x"))))
                .isInstanceOfSatisfying(
                        DruidHttpException.class,
                        e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(121)));
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void tryingEndsAtTheDeadline() {
        server.answers(status(503, "no leader"));

        assertThat(time.failure(transport.send(QUESTION.call("x"))))
                .isInstanceOf(DruidHttpException.class)
                .hasMessage("GET /thing/{id} answered 503: no leader");
        assertThat(time.elapsed()).isEqualTo(RETRY_FOR);
    }

    @Test
    void theTimeBetweenTriesGrowsToTenSeconds() {
        List<Duration> tries = new ArrayList<>();
        server.script((request, number) -> {
            tries.add(time.elapsed());
            return status(503);
        });
        assertThat(time.failure(transport.send(QUESTION.call("x")))).isInstanceOf(DruidHttpException.class);

        long expected = 250;
        for (int i = 1; i < tries.size() - 1; i++) { // the last one is made at the deadline
            long gap = tries.get(i).minus(tries.get(i - 1)).toMillis();
            assertThat(gap).as("gap %d", i).isCloseTo(expected, within(expected / 4 + 1));
            expected = Math.min(10_000, 2 * expected);
        }
        assertThat(tries).hasSizeGreaterThan(12);
    }

    @Test
    void whatIsSentOnceIsSentOnce() {
        server.answers(status(503), GOOD);

        assertThat(time.failure(transport.sendOnce(QUESTION.call("x")))).isInstanceOf(DruidHttpException.class);
        assertThat(server.requestCount()).isEqualTo(1);
    }

    private interface Peer {

        void meet(Socket socket) throws IOException;
    }
}
