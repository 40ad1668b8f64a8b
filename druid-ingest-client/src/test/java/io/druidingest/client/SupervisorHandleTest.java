package io.druidingest.client;

import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.lost;
import static io.druidingest.client.TestServer.status;
import static io.druidingest.client.TestSupervisors.HISTORY;
import static io.druidingest.client.TestSupervisors.NO_HISTORY;
import static io.druidingest.client.TestSupervisors.PATH;
import static io.druidingest.client.TestSupervisors.SPEC;
import static io.druidingest.client.TestSupervisors.STATUS;
import static io.druidingest.client.TestSupervisors.STATUS_OF_COMPACTION;
import static io.druidingest.client.TestSupervisors.STATUS_UNHEALTHY;
import static io.druidingest.client.TestSupervisors.TERMINATED;
import static io.druidingest.client.TestSupervisors.UNKNOWN;
import static io.druidingest.client.TestSupervisors.WIKI;
import static io.druidingest.client.TestSupervisors.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.druidingest.client.model.Offsets;
import io.druidingest.client.model.SupervisorError;
import io.druidingest.client.model.SupervisorHealth;
import io.druidingest.client.model.SupervisorState;
import io.druidingest.client.model.SupervisorStatus;
import io.druidingest.client.model.SupervisorVersion;
import io.druidingest.json.SpecJson;
import io.druidingest.validation.Severity;
import io.druidingest.validation.SpecValidationException;
import io.druidingest.validation.Violation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupervisorHandleTest {

    private final ManualTime time = new ManualTime();
    private final TestServer server = TestServer.start();
    private final DruidClient druid =
            Overheard.client().url(server.uri().toString()).time(time).build();
    private final SupervisorHandle wiki = druid.supervisors().attach("wiki");

    @AfterEach
    void close() {
        druid.close();
        server.close();
    }

    @Test
    void attachingAsksNothing() {
        assertThat(wiki.id()).isEqualTo("wiki");
        time.awaitIdle();
        assertThat(server.requestCount()).isZero();
    }

    @Test
    void theStatusOfAStreamTellsOfTasksAndOffsets() {
        server.answers(json(STATUS));

        SupervisorStatus status = time.finish(wiki.status());

        assertThat(status.id()).isEqualTo("wiki");
        assertThat(status.generationTime()).isEqualTo("2026-11-21T15:56:46.179Z");
        assertThat(status.state()).isEqualTo(SupervisorState.RUNNING);
        assertThat(status.detailedState()).isEqualTo("RUNNING");
        assertThat(status.healthy()).isTrue();
        assertThat(status.suspended()).isFalse();
        assertThat(status.recentErrors()).isEmpty();
        assertThat(status.compaction()).isNull();
        assertThat(status.stream()).satisfies(stream -> {
            assertThat(stream.dataSource()).isEqualTo("wiki");
            assertThat(stream.stream()).isEqualTo("edits");
            assertThat(stream.partitions()).isEqualTo(2);
            assertThat(stream.replicas()).isEqualTo(1);
            assertThat(stream.taskDuration()).isEqualTo(Duration.ofHours(1));
            assertThat(stream.latestOffsets()).isEqualTo(Offsets.of(1, 10).and(0, 1));
            assertThat(stream.minimumLag()).containsExactly(entry("1", 2L));
            assertThat(stream.aggregateLag()).isEqualTo(2);
            assertThat(stream.minimumLagMillis()).isEmpty();
            assertThat(stream.aggregateLagMillis()).isNull();
            assertThat(stream.offsetsLastUpdated()).isEqualTo("2026-11-21T15:56:45.577Z");
            assertThat(stream.activeTasks()).singleElement().satisfies(task -> {
                assertThat(task.id()).isEqualTo("index_kafka_wiki_f26c_ibkm");
                assertThat(task.startTime()).isEqualTo("2026-11-21T15:56:10.975Z");
                assertThat(task.remaining()).isEqualTo(Duration.ofSeconds(3564));
                assertThat(task.startingOffsets()).isEqualTo(Offsets.of(1, 0));
                assertThat(task.currentOffsets().offset(1)).isEqualTo(8);
                assertThat(task.lag()).containsExactly(entry("1", 2L));
            });
            assertThat(stream.publishingTasks()).singleElement().satisfies(task -> {
                assertThat(task.currentOffsets().byPartition()).containsExactly(entry("0", "1"));
                assertThat(task.lag()).isEmpty();
            });
        });
    }

    @Test
    void theStatusTellsWhatIsWrong() {
        server.answers(json(STATUS_UNHEALTHY));

        SupervisorStatus status = time.finish(wiki.status());

        assertThat(status.state()).isEqualTo(SupervisorState.UNHEALTHY_SUPERVISOR);
        assertThat(status.detailedState()).isEqualTo("UNABLE_TO_CONNECT_TO_STREAM");
        assertThat(status.healthy()).isFalse();
        assertThat(status.recentErrors())
                .hasSize(2)
                .first()
                .satisfies(e -> {
                    assertThat(e.timestamp()).isEqualTo("2026-11-21T15:56:45.577Z");
                    assertThat(e.exceptionClass()).isEqualTo("o.a.d.StreamException");
                    assertThat(e.streamException()).isTrue();
                })
                .extracting(SupervisorError::message)
                .isEqualTo("an older one");
    }

    @Test
    void theStatusOfACompactionTellsHowFarItIs() {
        server.answers(json(STATUS_OF_COMPACTION));

        SupervisorStatus status = time.finish(wiki.status());

        assertThat(status.state()).isNull();
        assertThat(status.detailedState()).isNull();
        assertThat(status.healthy()).isNull();
        assertThat(status.stream()).isNull();
        assertThat(status.compaction()).satisfies(snapshot -> {
            assertThat(snapshot.dataSource()).isEqualTo("wiki");
            assertThat(snapshot.scheduleStatus()).isEqualTo("AWAITING_FIRST_RUN");
            assertThat(snapshot.message()).isNull();
            assertThat(List.of(
                            snapshot.bytesAwaitingCompaction(),
                            snapshot.bytesCompacted(),
                            snapshot.bytesSkipped(),
                            snapshot.segmentCountAwaitingCompaction(),
                            snapshot.segmentCountCompacted(),
                            snapshot.segmentCountSkipped(),
                            snapshot.intervalCountAwaitingCompaction(),
                            snapshot.intervalCountCompacted(),
                            snapshot.intervalCountSkipped()))
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        });
    }

    @Test
    void wordsAndPartsThatAreNewStay() {
        server.answers(
                json("{\"id\":\"wiki\",\"payload\":{\"state\":\"BOUNCING\",\"detailedState\":\"HIGH\",\"new\":1}}"));

        SupervisorStatus status = time.finish(wiki.status());

        assertThat(status.state()).isEqualTo(SupervisorState.UNKNOWN);
        assertThat(status.detailedState()).isEqualTo("HIGH");
        assertThat(status.stream()).isNull();
        assertThat(status.json().at("/payload/new").asInt()).isEqualTo(1);
    }

    static Stream<Arguments> healths() {
        return Stream.of(
                Arguments.of(json("{\"healthy\":true}"), SupervisorHealth.HEALTHY),
                Arguments.of(status(503, "{\"healthy\":false}"), SupervisorHealth.UNHEALTHY),
                Arguments.of(
                        status(404, "{\"error\":\"[wiki] does not exist or health check not implemented\"}"),
                        SupervisorHealth.NOT_IMPLEMENTED));
    }

    @ParameterizedTest
    @MethodSource("healths")
    void healthIsAnAnswerWhateverTheStatus(MockResponse answer, SupervisorHealth health) {
        server.answers(answer);

        assertThat(time.finish(wiki.health())).isEqualTo(health);
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{\"error\":\"Unable to determine destination[/x]\"}", "<html><title>no</title></html>"})
    void anOutageIsNotIllHealth(String body) {
        server.answers(status(503, body), json("{\"healthy\":true}"));

        assertThat(time.finish(wiki.health())).isEqualTo(SupervisorHealth.HEALTHY);
        assertThat(server.requestCount()).isEqualTo(2);
    }

    @Test
    void aPathThatTheServerDoesNotKnowIsNoMissingSupervisor() {
        server.answers(status(404));

        assertThat(time.failure(wiki.health()))
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("is this the Router, with druid.router.managementProxy.enabled=true?");
    }

    @Test
    void theSpecIsReadBack() {
        server.answers(json(SPEC));

        assertThat(SpecJson.diff(WIKI, time.finish(wiki.spec()))).isEmpty();
    }

    @Test
    void aSpecThatBreaksARuleIsReadAsItIs() {
        server.answers(json(SPEC.replace("\"topic\":\"edits\"", "\"topic\":\"edits\",\"taskCount\":0")));

        assertThat(SpecJson.violations(time.finish(wiki.spec())))
                .filteredOn(violation -> violation.rule().severity() == Severity.ERROR)
                .extracting(Violation::path)
                .containsExactly("spec.ioConfig.taskCount");
    }

    @Test
    void aSpecThatCannotBeReadSaysSo() {
        server.answers(json(SPEC.replace("\"topic\":\"edits\"", "\"topic\":\"edits\",\"taskCount\":\"many\"")));

        assertThat(time.failure(wiki.spec()))
                .isInstanceOf(SpecValidationException.class)
                .hasMessageContaining("taskCount");
    }

    @Test
    void theStatisticsAreByTaskGroupAndTask() {
        server.answers(json("{\"0\":{\"t1\":{\"movingAverages\":{\"buildSegments\":{\"1m\":{\"processed\":1.5,"
                + "\"processedBytes\":60.35,\"unparseable\":0.25,\"thrownAway\":0.5,\"processedWithError\":0.75}}},"
                + "\"totals\":{\"buildSegments\":{\"processed\":8,\"processedBytes\":328,\"processedWithError\":0,"
                + "\"thrownAway\":0,\"unparseable\":1}}}},\"new\":{}}"));

        assertThat(time.finish(wiki.stats()).byTaskGroup())
                .containsOnlyKeys(0)
                .extractingByKey(0)
                .satisfies(group -> assertThat(group).containsOnlyKeys("t1"))
                .extracting(group -> group.get("t1"))
                .satisfies(task -> {
                    assertThat(task.totals().processed()).isEqualTo(8);
                    assertThat(task.totals().unparseable()).isEqualTo(1);
                    assertThat(task.movingAverages()).containsOnlyKeys("1m").allSatisfy((window, rates) -> {
                        assertThat(rates.processed()).isEqualTo(1.5);
                        assertThat(rates.processedBytes()).isEqualTo(60.35);
                        assertThat(rates.unparseable()).isEqualTo(0.25);
                        assertThat(rates.thrownAway()).isEqualTo(0.5);
                        assertThat(rates.processedWithError()).isEqualTo(0.75);
                    });
                });
    }

    @Test
    void rowsThatCouldNotBeReadAreThere() {
        server.answers(json("[{\"input\":\"{bad\",\"errorType\":\"unparseable\",\"details\":[\"Unable to parse row\"],"
                + "\"timeOfExceptionMillis\":1795276571157}]"));

        assertThat(time.finish(wiki.parseErrors())).singleElement().satisfies(e -> {
            assertThat(e.input()).isEqualTo("{bad");
            assertThat(e.details()).containsExactly("Unable to parse row");
        });
    }

    @Test
    void theHistoryIsCutHereIfNotThere() {
        server.answers(json(TERMINATED));

        assertThat(time.finish(wiki.history())).hasSize(2);
        assertThat(time.finish(wiki.history(1)))
                .extracting(SupervisorVersion::isTombstone)
                .containsExactly(true);
        assertThat(time.finish(wiki.history(3))).hasSize(2);
        assertThat(asked())
                .containsExactly(
                        "GET " + PATH + "/wiki/history",
                        "GET " + PATH + "/wiki/history?count=1",
                        "GET " + PATH + "/wiki/history?count=3");
        assertThatThrownBy(() -> wiki.history(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoIsSuspendedOrRunsAlreadyStaysSo() {
        server.answers(
                json(SPEC),
                status(400, "{\"error\":\"[wiki] is already suspended\"}"),
                json(SPEC),
                status(400, "{\"error\":\"[wiki] is already running\"}"));

        assertThat(time.finish(wiki.suspend())).isNull();
        assertThat(time.finish(wiki.suspend())).isNull();
        assertThat(time.finish(wiki.resume())).isNull();
        assertThat(time.finish(wiki.resume())).isNull();
        assertThat(asked())
                .containsExactly(
                        "POST " + PATH + "/wiki/suspend",
                        "POST " + PATH + "/wiki/suspend",
                        "POST " + PATH + "/wiki/resume",
                        "POST " + PATH + "/wiki/resume");
    }

    @Test
    void suspendingIsSentAgainWhenNoAnswerComes() {
        server.answers(lost(), status(400, "{\"error\":\"[wiki] is already suspended\"}"));

        assertThat(time.finish(wiki.suspend())).isNull();
        assertThat(server.requestCount()).isEqualTo(2);
    }

    @Test
    void anotherRefusalIsOne() {
        server.answers(status(400, "{\"error\":\"[wiki] is already running\"}"));

        assertThat(time.failure(wiki.suspend())).isInstanceOf(DruidHttpException.class);
    }

    static Stream<Arguments> terminations() {
        return Stream.of(
                Arguments.of(List.of(json("{\"id\":\"wiki\"}"))),
                Arguments.of(List.of(lost(), json("{\"id\":\"wiki\"}"))),
                Arguments.of(List.of(lost(), status(404, UNKNOWN), json(TERMINATED))),
                Arguments.of(List.of(status(404, UNKNOWN), json(TERMINATED))));
    }

    @ParameterizedTest
    @MethodSource("terminations")
    void terminatingIsDoneWhenItIsTerminated(List<MockResponse> answers) {
        server.answers(answers.toArray(MockResponse[]::new));

        assertThat(time.finish(wiki.terminate())).isNull();
        assertThat(server.requestCount()).isEqualTo(answers.size());
    }

    @Test
    void terminatingWhatNeverWasFails() {
        server.answers(status(404, UNKNOWN), status(404, NO_HISTORY));

        assertThat(time.failure(wiki.terminate())).isInstanceOf(SupervisorNotFoundException.class);
    }

    @Test
    void terminatingWhatDruidWillStartAgainFails() {
        server.answers(status(404, UNKNOWN), json(HISTORY));

        assertThat(time.failure(wiki.terminate())).isInstanceOf(SupervisorLostException.class);
    }

    static Stream<Function<SupervisorHandle, CompletableFuture<Void>>> once() {
        return Stream.of(SupervisorHandle::reset, w -> w.resetOffsets(Offsets.of(0, 1)), w -> w.handOffTaskGroups(0));
    }

    @ParameterizedTest
    @MethodSource("once")
    void whatWouldHaveEffectTwiceIsSentOnce(Function<SupervisorHandle, CompletableFuture<Void>> order) {
        server.script((request, number) -> request.getMethod().equals("GET") ? json(SPEC) : lost());

        assertThat(time.failure(order.apply(wiki))).isInstanceOf(DruidTransportException.class);
        assertThat(asked()).filteredOn(a -> a.startsWith("POST")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("once")
    void ordersAreDoneWhenDruidHasTakenThem(Function<SupervisorHandle, CompletableFuture<Void>> order) {
        server.script((request, number) -> request.getMethod().equals("GET") ? json(SPEC) : json("{\"id\":\"wiki\"}"));

        assertThat(time.finish(order.apply(wiki))).isNull();
    }

    @Test
    void offsetsAreToldWithTheTypeAndStreamOfTheSpec() throws IOException {
        server.answers(json(SPEC), json("{\"id\":\"wiki\"}"));
        time.finish(wiki.resetOffsets(Offsets.of(0, 100).and(2, 650)));

        assertThat(asked()).containsExactly("GET " + PATH + "/wiki", "POST " + PATH + "/wiki/resetOffsets");
        assertThat(new ObjectMapper().readTree(TestServer.body(server.requests().get(1))))
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"type\":\"kafka\",\"partitions\":{\"type\":\"end\",\"stream\":\"edits\","
                                + "\"partitionOffsetMap\":{\"0\":100,\"2\":650}}}"));
    }

    @Test
    void offsetsAreInTheWordsOfTheStream() {
        assertThat(Offsets.of("clicks:0", 5).byPartition()).containsExactly(entry("clicks:0", "5"));
        Offsets shards = Offsets.of("shard-0", "4954").and("shard-1", "4955");
        assertThat(shards.byPartition()).isEqualTo(Map.of("shard-0", "4954", "shard-1", "4955"));
        assertThat(shards.json().path("shard-0").isTextual()).isTrue();
        assertThat(shards.offset(0)).isNull();
        assertThatThrownBy(() -> Offsets.of(0, 1).and(1, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("partition 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202})
    void aHandOffIsTakenWithoutAWord(int status) {
        server.answers(status(status));

        assertThat(time.finish(wiki.handOffTaskGroups(0, 3))).isNull();
        assertThat(TestServer.body(server.requests().get(0))).isEqualTo("{\"taskGroupIds\":[0,3]}");
        assertThatThrownBy(wiki::handOffTaskGroups).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void runningIsReachedWhenItReads() {
        server.answers(
                json(STATUS.replace("\"detailedState\":\"RUNNING\"", "\"detailedState\":\"CONNECTING_TO_STREAM\"")),
                json(STATUS.replace("\"detailedState\":\"RUNNING\"", "\"detailedState\":\"CREATING_TASKS\"")),
                json(STATUS));

        assertThat(time.finish(wiki.reaches(SupervisorState.RUNNING)).detailedState())
                .isEqualTo("RUNNING");
        assertThat(server.requestCount()).isEqualTo(3);
    }

    @Test
    void otherStatesAreReachedWhateverTheDetails() {
        server.answers(json(STATUS_UNHEALTHY));

        assertThat(time.finish(wiki.reaches(SupervisorState.UNHEALTHY_SUPERVISOR))
                        .healthy())
                .isFalse();
    }

    @Test
    void whatIsNotReachedInTimeIsToldWithTheReason() {
        server.answers(json(STATUS_UNHEALTHY));

        assertThat(time.failure(wiki.reaches(SupervisorState.RUNNING, Duration.ofMinutes(3))))
                .isInstanceOfSatisfying(
                        SupervisorTimeoutException.class,
                        e -> assertThat(e.status().id()).isEqualTo("wiki"))
                .hasMessage("supervisor wiki was not RUNNING within PT3M, but UNHEALTHY_SUPERVISOR"
                        + " (UNABLE_TO_CONNECT_TO_STREAM): Timeout expired while fetching topic metadata");
        assertThat(time.elapsed()).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));
        assertThat(server.requestCount()).isBetween(30, 60);
    }

    @Test
    void aStatusThatDoesNotTellIsFoundInTheListOfAll() {
        server.script((request, number) -> request.getTarget().endsWith("/status")
                ? json(STATUS_OF_COMPACTION)
                : json("[{\"id\":\"other\",\"state\":\"SUSPENDED\",\"detailedState\":\"SUSPENDED\"},"
                        + "{\"id\":\"wiki\",\"state\":\"" + (number > 5 ? "SUSPENDED" : "RUNNING")
                        + "\",\"detailedState\":\"?\"}]"));

        assertThat(time.finish(wiki.reaches(SupervisorState.SUSPENDED)).compaction())
                .isNotNull();
        assertThat(asked()).endsWith("GET " + PATH + "?state=true").hasSize(6);
    }

    @Test
    void aStateThatThisUserMayNotSeeIsNotReached() {
        server.script(
                (request, number) -> request.getTarget().endsWith("/status") ? json(STATUS_OF_COMPACTION) : json("[]"));

        assertThat(time.failure(wiki.reaches(SupervisorState.RUNNING, Duration.ofSeconds(1))))
                .hasMessage("supervisor wiki was not RUNNING within PT1S, but in a state that this user may not see");
    }

    @Test
    void unknownStandsForManyStates() {
        assertThatThrownBy(() -> wiki.reaches(SupervisorState.UNKNOWN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wiki.reaches(SupervisorState.IDLE, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Function<SupervisorHandle, CompletableFuture<?>>> questions() {
        return Stream.of(
                SupervisorHandle::status,
                SupervisorHandle::health,
                SupervisorHandle::spec,
                SupervisorHandle::stats,
                SupervisorHandle::parseErrors,
                SupervisorHandle::history,
                w -> w.history(1),
                SupervisorHandle::suspend,
                SupervisorHandle::resume,
                SupervisorHandle::terminate,
                SupervisorHandle::reset,
                w -> w.resetOffsets(Offsets.of(0, 1)),
                w -> w.handOffTaskGroups(0),
                w -> w.reaches(SupervisorState.RUNNING));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aSupervisorThatDruidDoesNotKnowIsToldAsThat(Function<SupervisorHandle, CompletableFuture<?>> question) {
        server.answers(status(404, UNKNOWN));

        assertThat(time.failure(question.apply(wiki)))
                .isInstanceOfSatisfying(
                        SupervisorNotFoundException.class,
                        e -> assertThat(e.supervisorId()).isEqualTo("wiki"))
                .hasMessageStartingWith("Druid runs no supervisor wiki; check the id");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whateverElseFailsFailsAsItIs(Function<SupervisorHandle, CompletableFuture<?>> question) {
        server.answers(status(403, "{\"Access-Check-Result\":\"no\"}"));

        assertThat(time.failure(question.apply(wiki)))
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("403: no");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whoCancelsSendsNothingMore(Function<SupervisorHandle, CompletableFuture<?>> question) {
        server.answers(status(503));
        CompletableFuture<?> answer = question.apply(wiki);
        time.advance(Duration.ofSeconds(10));
        int before = server.requestCount();
        assertThat(before).isPositive();
        answer.cancel(true);
        time.advance(Duration.ofMinutes(10));

        assertThat(server.requestCount()).isEqualTo(before);
    }

    @Test
    void whatThisTypeCannotDoFailsInDruidsWords() {
        server.answers(
                status(500, page("Operation[reset] is not supported by supervisor[wiki] of type[autocompact].")));

        assertThat(time.failure(wiki.reset()))
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("Operation[reset] is not supported");
    }

    private List<String> asked() {
        return server.requests().stream()
                .map(r -> r.getMethod() + " " + r.getTarget())
                .collect(Collectors.toList());
    }
}
