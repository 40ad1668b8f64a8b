package io.druidingest.client.internal.http;

import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.lost;
import static io.druidingest.client.TestServer.silence;
import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import io.druidingest.client.DruidHttpException;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.ManualTime;
import io.druidingest.client.TestServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {

    private static final Duration RETRY_FOR = Duration.ofMinutes(2);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);

    private static final Endpoint<String> QUESTION =
            Endpoint.get("/thing/{id}", body -> Json.tree(body).path("v").asText());
    private static final Endpoint<String> REPEATABLE =
            Endpoint.repeatablePost("/again", body -> Json.tree(body).path("v").asText());
    private static final Endpoint<String> ONCE =
            Endpoint.post("/once", body -> Json.tree(body).path("v").asText());

    private static final MockResponse GOOD = json("{\"v\":\"good\"}");

    private final ManualTime time = new ManualTime();
    private final TestServer server = TestServer.start();
    private final List<Transport> transports = new ArrayList<>();
    private final Transport transport = transport(server.uri(), 64);

    private Transport transport(URI uri, int maxInFlight) {
        Transport made = new Transport(
                new TransportConfig(uri, Duration.ofSeconds(10), REQUEST_TIMEOUT, RETRY_FOR, maxInFlight, 1_000), time);
        transports.add(made);
        return made;
    }

    @AfterEach
    void close() {
        transports.forEach(Transport::close);
        server.close();
    }

    // ------------------------------------------------------------------------------------------------ what is retried

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
            assertThat(e.error()).isEqualTo("oops");
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

    // ------------------------------------------------------------------------------------------------------- and when

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

    // -------------------------------------------------------------------------------------------------- what is sent

    @Test
    void anIdIsPercentEncoded() {
        server.answers(GOOD);
        time.finish(transport.send(QUESTION.call("index_2026-11-20T13:49:57.745Z a/b?c#d%e+f\u00fc{x}")));

        assertThat(server.requests().get(0).getTarget())
                .isEqualTo("/thing/index_2026-11-20T13%3A49%3A57.745Z%20a%2Fb%3Fc%23d%25e%2Bf%C3%BC%7Bx%7D");
    }

    @Test
    void everyPostNamesItsContentTypeEvenWithoutABody() {
        server.answers(GOOD);
        time.finish(transport.send(REPEATABLE.call()));
        time.finish(transport.send(REPEATABLE.callWith("[1]".getBytes(StandardCharsets.UTF_8))));
        time.finish(transport.send(QUESTION.call("x")));

        assertThat(server.requests())
                .extracting(r -> r.getMethod() + " " + r.getHeaders().values("Content-Type") + " " + TestServer.body(r))
                .containsExactly("POST [application/json] ", "POST [application/json] [1]", "GET [] ");
    }

    @Test
    void everyRequestTakesJsonAndTextAndSaysWhoAsks() {
        server.answers(GOOD);
        time.finish(transport.send(QUESTION.call("x")));

        assertThat(server.requests().get(0).getHeaders().values("Accept"))
                .containsExactly("application/json, text/plain;q=0.9, */*;q=0.5");
        assertThat(server.requests().get(0).getHeaders().get("User-Agent")).startsWith("druid-ingest/");
    }

    @Test
    void aRedirectIsNotFollowedAndTheErrorSaysWhatToDo() {
        try (TestServer leader = TestServer.start()) {
            String location = leader.uri() + "/thing/x";
            server.answers(new MockResponse.Builder()
                    .code(307)
                    .addHeader("Location", location)
                    .build());

            assertThat(time.failure(transport.send(QUESTION.call("x"))))
                    .isInstanceOf(DruidHttpException.class)
                    .hasMessageContaining("this node sends to " + location + "; name the Router, or that node");
            assertThat(leader.requestCount()).isZero();
            assertThat(server.requestCount()).isEqualTo(1);
        }
    }

    // ------------------------------------------------------------------------------------- what the futures are like

    @Test
    void aFailedFutureHoldsTheExceptionItself() {
        server.answers(status(400));
        CompletableFuture<String> answer = transport.send(QUESTION.call("x"));
        time.awaitIdle();

        assertThat(answer.handle((value, failure) -> failure).join()).isInstanceOf(DruidHttpException.class);
        assertThat(answer.thenApply(String::length).handle((n, failure) -> failure))
                .succeedsWithin(Duration.ofSeconds(10))
                .asInstanceOf(throwable(CompletionException.class))
                .hasCauseInstanceOf(DruidHttpException.class);
    }

    @Test
    void whoBlocksInACallbackStopsNobodyElse() {
        server.answers(GOOD);
        Transport narrow = transport(server.uri(), 2);
        CountDownLatch blocked = new CountDownLatch(8);
        CountDownLatch release = new CountDownLatch(1);
        List<CompletableFuture<Void>> blocking = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            blocking.add(narrow.send(QUESTION.call("x")).thenAccept(value -> {
                blocked.countDown();
                awaitLatch(release);
            }));
        }
        awaitLatch(blocked);

        assertThat(narrow.send(QUESTION.call("y"))).succeedsWithin(Duration.ofSeconds(10));

        release.countDown();
        assertThat(CompletableFuture.allOf(blocking.toArray(CompletableFuture[]::new)))
                .succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void cancellingEndsTheTrying() {
        server.answers(status(503));
        CompletableFuture<String> answer = transport.send(QUESTION.call("x"));
        time.advance(Duration.ofSeconds(5));
        int before = server.requestCount();
        assertThat(before).isGreaterThan(1);

        assertThat(answer.cancel(true)).isTrue();
        time.advance(Duration.ofMinutes(10));
        assertThat(server.requestCount()).isEqualTo(before);
        assertThat(time.timers()).isZero();
    }

    @Test
    void cancellingEndsTheRequestThatIsInFlight() throws InterruptedException {
        Transport narrow = transport(server.uri(), 1);
        CountDownLatch arrived = new CountDownLatch(1);
        server.script((request, number) -> {
            arrived.countDown();
            return number == 1 ? silence() : GOOD;
        });
        CompletableFuture<String> answer = narrow.send(QUESTION.call("x"));
        arrived.await();

        answer.cancel(true);
        assertThat(narrow.send(QUESTION.call("y"))).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aTimeoutOfTheCallerEndsTheTryingToo() {
        server.answers(status(503));
        CompletableFuture<String> answer = transport.send(QUESTION.call("x"));
        time.awaitIdle();
        answer.completeExceptionally(new IllegalStateException("as orTimeout does"));

        time.advance(Duration.ofMinutes(10));
        assertThat(server.requestCount()).isEqualTo(1);
        assertThat(time.timers()).isZero();
    }

    // --------------------------------------------------------------------------------------------------------- close

    @Test
    void closingEndsWhatIsInFlightQueuedAndWaitingForItsNextTry() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(2);
        server.script((request, number) -> {
            arrived.countDown();
            return number == 1 ? status(503) : silence();
        });
        Transport narrow = transport(server.uri(), 1);
        CompletableFuture<String> backingOff = narrow.send(QUESTION.call("x"));
        time.awaitIdle();
        CompletableFuture<String> inFlight = narrow.send(QUESTION.call("y"));
        arrived.await();
        CompletableFuture<String> queued = narrow.send(QUESTION.call("z"));
        CompletableFuture<Integer> polling = narrow.poll()
                .until(
                        () -> CompletableFuture.completedFuture(1),
                        n -> n > 1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofHours(1));

        narrow.close();

        assertThat(List.of(backingOff, inFlight, queued, polling))
                .allSatisfy(future -> assertThat(future)
                        .isCompletedExceptionally()
                        .failsWithin(Duration.ZERO)
                        .withThrowableOfType(ExecutionException.class)
                        .withCauseInstanceOf(DruidTransportException.class)
                        .withMessageContaining("the client was closed"));
        time.awaitIdle(); // so nothing that was dropped is still counted as under way
    }

    @Test
    void aClosedTransportSendsNothing() {
        transport.close();

        assertThat(time.failure(transport.send(QUESTION.call("x"))))
                .isInstanceOfSatisfying(
                        DruidTransportException.class,
                        e -> assertThat(e.mayHaveArrived()).isFalse())
                .hasMessage("the client was closed");
        assertThat(server.requestCount()).isZero();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
