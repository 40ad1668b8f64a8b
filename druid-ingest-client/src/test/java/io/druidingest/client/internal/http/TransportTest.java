package io.druidingest.client.internal.http;

import static io.druidingest.client.TestServer.silence;
import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import io.druidingest.client.DruidHttpException;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.TestServer;
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
import org.junit.jupiter.api.Test;

/** What is sent, and what the futures of it are like. */
class TransportTest extends TransportRig {
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
        CountDownLatch hung = new CountDownLatch(1);
        answerAfter(hung);
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
        hung.countDown();
        awaitLatch(blocked);

        assertThat(narrow.send(QUESTION.call("y"))).succeedsWithin(Duration.ofSeconds(10));

        release.countDown();
        assertThat(CompletableFuture.allOf(blocking.toArray(CompletableFuture[]::new)))
                .succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void cancellingWaitsForNoCallback() {
        CountDownLatch hung = new CountDownLatch(1);
        answerAfter(hung);
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<String> answer = transport.send(QUESTION.call("x"));
        CompletableFuture<Void> after = answer.thenAccept(value -> {
            blocked.countDown();
            awaitLatch(release);
        });
        hung.countDown();
        awaitLatch(blocked);

        assertThat(CompletableFuture.supplyAsync(() -> answer.cancel(true)))
                .succeedsWithin(Duration.ofSeconds(5))
                .isEqualTo(false);
        release.countDown();
        assertThat(after).succeedsWithin(Duration.ofSeconds(10));
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
                        .failsWithin(Duration.ofSeconds(10))
                        .withThrowableOfType(ExecutionException.class)
                        .withCauseInstanceOf(DruidTransportException.class)
                        .withMessageContaining("the client was closed"));
        time.awaitIdle(); // so nothing that was dropped is still counted as under way
    }

    @Test
    void whatHangsOnOneFutureMayWaitForAnotherWhileClosing() {
        server.answers(silence());
        CompletableFuture<String> one = transport.send(QUESTION.call("x"));
        CompletableFuture<String> two = transport.send(QUESTION.call("y"));
        CompletableFuture<Throwable> oneThenTwo =
                one.handle((value, failure) -> two.handle((v, f) -> f).join());
        CompletableFuture<Throwable> twoThenOne =
                two.handle((value, failure) -> one.handle((v, f) -> f).join());
        transport.close();

        assertThat(oneThenTwo).succeedsWithin(Duration.ofSeconds(10)).isInstanceOf(DruidTransportException.class);
        assertThat(twoThenOne).succeedsWithin(Duration.ofSeconds(10)).isInstanceOf(DruidTransportException.class);
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

    /** So that the callbacks which block are hung on futures that are not complete, or they would run on this thread. */
    private void answerAfter(CountDownLatch latch) {
        server.script((request, number) -> {
            awaitLatch(latch);
            return GOOD;
        });
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
