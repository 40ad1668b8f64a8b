package io.druidingest.client.internal.task;

import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.ManualTime;
import io.druidingest.client.Overheard;
import io.druidingest.client.TaskNotFoundException;
import io.druidingest.client.TestServer;
import io.druidingest.client.internal.http.Addresses;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.model.TaskState;
import io.druidingest.client.model.TaskStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskPollerTest {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ManualTime time = new ManualTime();
    private final TestServer server = TestServer.start();
    private final Transport transport = new Transport(
            Overheard.config(Addresses.ofRouters(List.of(server.uri()))).maxInFlight(4), time);
    private final TaskPoller poller = new TaskPoller(transport, time, SHORTEST, LONGEST);

    /** What Druid knows, by id. */
    private final Map<String, String> states = new ConcurrentHashMap<>();

    private final List<Round> rounds = new CopyOnWriteArrayList<>();

    @BeforeEach
    void answerFromState() {
        server.script((request, number) -> {
            rounds.add(new Round(time.elapsed(), ids(request)));
            return statuses(request);
        });
    }

    @AfterEach
    void close() {
        poller.close();
        transport.close();
        server.close();
    }

    // -------------------------------------------------------------------------------------------------- how it asks

    @Test
    void aThousandTasksCostTwoRequestsAtMostInOneInterval() {
        letTheFirstRoundPass();
        List<CompletableFuture<TaskStatus>> waiters = IntStream.range(0, 1_000)
                .mapToObj(i -> waitFor("t" + i, "RUNNING"))
                .collect(Collectors.toList());
        time.advance(Duration.ofMinutes(5));

        assertThat(rounds.stream().flatMap(r -> r.ids.stream()).distinct()).hasSize(1_001);
        assertThat(rounds).allSatisfy(r -> assertThat(r.ids).hasSizeLessThanOrEqualTo(1_000));
        assertThat(rounds)
                .allSatisfy(r -> assertThat(rounds.stream()
                                .filter(o -> o.at.compareTo(r.at) >= 0 && o.at.compareTo(r.at.plus(SHORTEST)) < 0))
                        .hasSizeLessThanOrEqualTo(2));
        assertThat(waiters).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void tasksThatAreAskedForSeldomAreAskedForTogether() {
        for (int i = 0; i < 100; i++) { // so that they are not due at the same times
            CompletableFuture<?> unused = waitFor("t" + i, "RUNNING");
            time.advance(Duration.ofMillis(300));
        }
        time.advance(Duration.ofMinutes(5));
        int before = rounds.size();
        time.advance(Duration.ofMinutes(5));

        assertThat(rounds.size() - before).isLessThan(60); // in 300 seconds, each of which some task is due in
        assertThat(rounds.subList(before, rounds.size()).stream()
                        .mapToInt(r -> r.ids.size())
                        .sum())
                .isBetween(900, 1_250);
    }

    @Test
    void theFirstQuestionIsAskedAtOnce() {
        assertThat(waitFor("t", "SUCCESS")).succeedsWithin(Duration.ofSeconds(10));
        assertThat(rounds).extracting(r -> r.at).containsExactly(Duration.ZERO);
    }

    @Test
    void theIntervalGrowsFromTheShortestToTheLongest() {
        CompletableFuture<TaskStatus> waiter = waitFor("t", "RUNNING");
        time.advance(Duration.ofMinutes(10));

        assertThat(waiter).isNotDone();
        double expected = 1_000;
        for (int i = 1; i < rounds.size(); i++) {
            assertThat(rounds.get(i).at.minus(rounds.get(i - 1).at).toMillis())
                    .as("interval %d", i)
                    .isCloseTo((long) expected, within((long) (expected * 0.1) + 1));
            expected = Math.min(30_000, expected * 1.5);
        }
        assertThat(rounds).hasSizeBetween(25, 32);
    }

    @Test
    void aTaskThatHasEndedIsNeverAskedForAgain() {
        letTheFirstRoundPass();
        CompletableFuture<TaskStatus> quick = waitFor("quick", "SUCCESS");
        CompletableFuture<TaskStatus> slow = waitFor("slow", "RUNNING");
        time.advance(Duration.ofMinutes(2));

        assertThat(quick).isCompletedWithValueMatching(s -> s.state() == TaskState.SUCCESS);
        assertThat(slow).isNotDone();
        assertThat(rounds.get(1).ids).containsExactlyInAnyOrder("quick", "slow");
        assertThat(rounds.subList(2, rounds.size()))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.ids).containsExactly("slow"));
    }

    @Test
    void aTaskThatFailsEndsLikeOneThatSucceeds() {
        TaskStatus ended = time.finish(waitFor("t", "FAILED"));

        assertThat(ended.state()).isEqualTo(TaskState.FAILED);
        assertThat(ended.id()).isEqualTo("t");
    }

    @Test
    void aStateOfTheFutureIsWaitedThrough() {
        CompletableFuture<TaskStatus> waiter = waitFor("t", "HIBERNATING");
        time.advance(Duration.ofMinutes(1));
        assertThat(waiter).isNotDone();

        states.put("t", "SUCCESS");
        assertThat(time.finish(waiter).state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    void nothingIsPlannedWhileNobodyWaits() {
        time.finish(waitFor("t", "SUCCESS"));
        time.awaitIdle();
        int before = rounds.size();
        time.advance(Duration.ofMinutes(10));

        assertThat(rounds).hasSize(before);
        assertThat(time.timers()).isZero();
    }

    // ------------------------------------------------------------------------------------------------ who waits for it

    @Test
    void twoWhoWaitForOneTaskCostOneQuestionAndAreBothTold() {
        CompletableFuture<TaskStatus> one = waitFor("t", "RUNNING");
        CompletableFuture<TaskStatus> two = poller.ended("t");
        time.advance(Duration.ofSeconds(10));
        assertThat(rounds).allSatisfy(r -> assertThat(r.ids).containsExactly("t"));

        states.put("t", "SUCCESS");
        assertThat(time.finish(one)).isEqualTo(time.finish(two));
    }

    @Test
    void whoCancelsIsNotAskedForAnyMore() {
        CompletableFuture<TaskStatus> waiter = waitFor("t", "RUNNING");
        time.advance(Duration.ofSeconds(5));
        int before = rounds.size();

        waiter.cancel(false);
        time.advance(Duration.ofMinutes(10));
        assertThat(rounds).hasSize(before);
    }

    @Test
    void whoCancelsTakesNothingFromAnother() {
        CompletableFuture<TaskStatus> leaves = waitFor("t", "RUNNING");
        CompletableFuture<TaskStatus> stays = poller.ended("t");
        leaves.cancel(false);
        time.advance(Duration.ofSeconds(5));
        states.put("t", "SUCCESS");

        assertThat(time.finish(stays).state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    void whoThrowsInACallbackStopsNobodyElse() {
        CompletableFuture<Void> thrower = waitFor("a", "SUCCESS").thenAccept(s -> {
            throw new IllegalStateException("mine");
        });
        CompletableFuture<TaskStatus> other = waitFor("b", "RUNNING");
        time.advance(Duration.ofSeconds(5));
        states.put("b", "SUCCESS");

        assertThat(time.finish(other).state()).isEqualTo(TaskState.SUCCESS);
        assertThatThrownBy(thrower::join).hasMessageContaining("mine");
    }

    @Test
    void whoBlocksInACallbackStopsNobodyElse() {
        letTheFirstRoundPass();
        CountDownLatch blocked = new CountDownLatch(10); // more than there are requests at one time
        CountDownLatch release = new CountDownLatch(1);
        for (int i = 0; i < 10; i++) {
            CompletableFuture<Void> unused = waitFor("a" + i, "SUCCESS").thenAccept(s -> {
                blocked.countDown();
                awaitLatch(release);
            });
        }
        CompletableFuture<TaskStatus> other = waitFor("b", "RUNNING");
        time.advanceUnderWay(SHORTEST);
        awaitLatch(blocked);
        states.put("b", "SUCCESS");
        time.awaitTimers(1);
        time.advanceUnderWay(Duration.ofSeconds(5));

        assertThat(other).succeedsWithin(Duration.ofSeconds(10));
        release.countDown();
        time.awaitIdle();
    }

    @Test
    void aCallbackMayWaitForAnotherTaskThatEndsInTheSameRound() {
        letTheFirstRoundPass();
        CompletableFuture<TaskStatus> a = waitFor("a", "SUCCESS");
        CompletableFuture<TaskStatus> b = waitFor("b", "SUCCESS");
        CompletableFuture<TaskStatus> aThenB = a.thenApply(s -> b.join());
        CompletableFuture<TaskStatus> bThenA = b.thenApply(s -> a.join());
        time.advanceUnderWay(SHORTEST);

        assertThat(aThenB).succeedsWithin(Duration.ofSeconds(10));
        assertThat(bThenA).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aCallbackMayWaitForTheOtherWaiterOfItsTask() {
        letTheFirstRoundPass();
        CompletableFuture<TaskStatus> one = waitFor("t", "SUCCESS");
        CompletableFuture<TaskStatus> two = poller.ended("t");
        CompletableFuture<TaskStatus> oneThenTwo = one.thenApply(s -> two.join());
        CompletableFuture<TaskStatus> twoThenOne = two.thenApply(s -> one.join());
        time.advanceUnderWay(SHORTEST);

        assertThat(oneThenTwo).succeedsWithin(Duration.ofSeconds(10));
        assertThat(twoThenOne).succeedsWithin(Duration.ofSeconds(10));
    }

    // -------------------------------------------------------------------------------------------------- what goes
    // wrong

    @Test
    void aTaskThatDruidDoesNotKnowThreeTimesIsNotThere() {
        CompletableFuture<TaskStatus> waiter = poller.ended("nope");

        assertThat(time.failure(waiter))
                .isInstanceOfSatisfying(
                        TaskNotFoundException.class, e -> assertThat(e.taskId()).isEqualTo("nope"));
        assertThat(rounds).hasSize(3);
    }

    @Test
    void aNewLeaderMayNotKnowATaskForAMoment() {
        CompletableFuture<TaskStatus> waiter = waitFor("t", "RUNNING");
        time.awaitIdle();
        for (int i = 0; i < 3; i++) {
            states.remove("t");
            askOnce();
            askOnce();
            states.put("t", "RUNNING");
            askOnce();
        }
        states.put("t", "SUCCESS");

        assertThat(time.finish(waiter).state()).isEqualTo(TaskState.SUCCESS);
    }

    private void askOnce() {
        int before = rounds.size();
        for (int i = 0; i < 400 && rounds.size() == before; i++) {
            time.advance(Duration.ofMillis(100));
        }
        assertThat(rounds).hasSize(before + 1);
    }

    @Test
    void aRoundThatFailsIsFollowedByALaterOne() {
        fail(status(503), TestServer.lost(), json("no JSON"), status(500), status(429));
        CompletableFuture<TaskStatus> waiter = waitFor("t", "SUCCESS");

        assertThat(time.finish(waiter).state()).isEqualTo(TaskState.SUCCESS);
        assertThat(rounds).hasSize(6);
        // 2, 4, 8, 16 and 30 seconds, each a tenth more or less
        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(54), Duration.ofSeconds(66));
    }

    @Test
    void aServerThatAsksForAPauseGetsIt() {
        fail(new MockResponse.Builder().code(429).addHeader("Retry-After", "20").build());
        CompletableFuture<TaskStatus> waiter = waitFor("t", "SUCCESS");

        time.finish(waiter);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void oneWhoComesDuringAPauseWaitsForItsEnd() {
        fail(new MockResponse.Builder().code(429).addHeader("Retry-After", "20").build());
        CompletableFuture<TaskStatus> early = waitFor("t", "SUCCESS");
        time.advance(Duration.ofSeconds(5));
        time.finish(waitFor("late", "SUCCESS"));

        assertThat(early).isDone();
        assertThat(rounds).hasSize(2);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void whatTheFirstHalfOfAFailedRoundToldIsToldOn() {
        letTheFirstRoundPass();
        List<CompletableFuture<TaskStatus>> waiters = IntStream.range(0, 1_400)
                .mapToObj(i -> waitFor("t" + i, "SUCCESS"))
                .collect(Collectors.toList());
        server.script((request, number) -> {
            rounds.add(new Round(time.elapsed(), ids(request)));
            return number == 2 ? status(503) : statuses(request);
        });
        time.advance(SHORTEST);
        assertThat(waiters.stream().filter(CompletableFuture::isDone)).hasSize(1_000);

        waiters.forEach(time::finish);
        assertThat(rounds).extracting(r -> r.ids.size()).containsExactly(1, 1_000, 400, 400);
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 401, 404})
    void anErrorThatDoesNotLastIsWaitedThrough(int status) {
        fail(
                status(status),
                status(status),
                status(503),
                status(status),
                status(status),
                status(status),
                status(status));
        CompletableFuture<TaskStatus> waiter = waitFor("t", "SUCCESS");

        assertThat(time.finish(waiter).state()).isEqualTo(TaskState.SUCCESS);
        assertThat(rounds).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 403})
    void anErrorThatLastsIsToldToAllWhoWait(int status) {
        letTheFirstRoundPass();
        server.script((request, number) -> {
            rounds.add(new Round(time.elapsed(), ids(request)));
            return status(status, "{\"Access-Check-Result\":\"no\"}");
        });
        CompletableFuture<TaskStatus> one = waitFor("a", "RUNNING");
        CompletableFuture<TaskStatus> two = waitFor("b", "RUNNING");

        assertThat(List.of(one, two))
                .allSatisfy(waiter -> assertThat(time.failure(waiter))
                        .isInstanceOfSatisfying(
                                DruidHttpException.class,
                                e -> assertThat(e.status()).isEqualTo(status)));
        time.advance(Duration.ofMinutes(5));
        assertThat(rounds).hasSize(1 + 5);

        assertThat(time.failure(waitFor("c", "RUNNING"))).isInstanceOf(DruidHttpException.class);
        assertThat(rounds).as("whoever comes later is not told at once").hasSize(1 + 5 + 5);
    }

    @Test
    void closingTellsAllWhoWaitAndStopsAsking() {
        CompletableFuture<TaskStatus> waiter = waitFor("t", "RUNNING");
        time.advance(Duration.ofSeconds(5));
        int before = rounds.size();
        poller.close();

        assertThat(time.failure(waiter))
                .isInstanceOf(DruidTransportException.class)
                .hasMessage("the client was closed; the task goes on, attach to its id");
        assertThat(time.failure(poller.ended("late"))).isInstanceOf(DruidTransportException.class);
        time.advance(Duration.ofMinutes(5));
        assertThat(rounds).hasSize(before);
        assertThat(time.timers()).isZero();
    }

    // ----------------------------------------------------------------------------------------------------------
    // helpers

    /** The first round begins at once, and takes along who is there; the next one is a second away. */
    private void letTheFirstRoundPass() {
        time.finish(waitFor("early", "SUCCESS"));
        time.awaitIdle();
    }

    private CompletableFuture<TaskStatus> waitFor(String id, String state) {
        states.put(id, state);
        return poller.ended(id);
    }

    /** Answers the first rounds with these, and the later ones from what Druid knows. */
    private void fail(MockResponse... failures) {
        server.script((request, number) -> {
            rounds.add(new Round(time.elapsed(), ids(request)));
            return number <= failures.length ? failures[number - 1] : statuses(request);
        });
    }

    private MockResponse statuses(RecordedRequest request) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        for (String id : ids(request)) {
            String state = states.get(id);
            if (state != null) {
                answer.putObject(id).put("id", id).put("status", state).put("duration", -1);
            }
        }
        return json(answer.toString());
    }

    private static List<String> ids(RecordedRequest request) {
        assertThat(request.getTarget()).isEqualTo("/druid/indexer/v1/taskStatus");
        try {
            List<String> ids = new ArrayList<>();
            for (JsonNode id : Json.tree(request.getBody().toByteArray())) {
                ids.add(id.asText());
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One question to Druid. */
    private static final class Round {

        private final Duration at;
        private final List<String> ids;

        Round(Duration at, List<String> ids) {
            this.at = at;
            this.ids = ids;
        }

        @Override
        public String toString() {
            return at + " " + ids.size() + " ids";
        }
    }
}
