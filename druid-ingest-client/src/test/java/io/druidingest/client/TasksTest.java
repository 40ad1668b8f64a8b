package io.druidingest.client;

import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.model.SampledRow;
import io.druidingest.client.model.TaskPhase;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.AutocompactSupervisor;
import io.druidingest.spec.KillTask;
import io.druidingest.spec.NoopTask;
import io.druidingest.spec.Supervisor;
import io.druidingest.spec.Task;
import io.druidingest.unit.Interval;
import io.druidingest.validation.SpecValidationException;
import io.druidingest.validation.Violation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What can be asked about tasks, in bodies as Druid answers them. */
class TasksTest {

    private static final String STATUS = "{\"id\":\"%s\",\"groupId\":\"g\",\"type\":\"index_parallel\",\"createdTime\":"
            + "\"2026-11-20T13:50:09.240Z\",\"queueInsertionTime\":\"1970-01-01T00:00:00.000Z\",\"statusCode\":\"%s\","
            + "\"status\":\"%2$s\",\"runnerStatusCode\":\"%s\",\"duration\":30,\"location\":{\"host\":\"127.0.0.1\",\"port\":33331,"
            + "\"tlsPort\":-1},\"dataSource\":\"wikipedia\",\"errorMsg\":null}";

    private final ManualTime time = new ManualTime();
    private final TestServer server = TestServer.start();
    private final DruidClient druid =
            Overheard.client().url(server.uri().toString()).time(time).build();
    private final Tasks tasks = druid.tasks();

    @AfterEach
    void close() {
        druid.close();
        server.close();
    }

    @Test
    void theListTellsHowFarEachIs() {
        server.answers(json("[" + String.format(STATUS, "a", "SUCCESS", "NONE") + ","
                + String.format(STATUS, "b", "RUNNING", "PENDING") + "]"));
        List<TaskStatus> list = time.finish(tasks.list());

        assertThat(list).extracting(TaskStatus::id).containsExactly("a", "b");
        assertThat(list).extracting(TaskStatus::phase).containsExactly(TaskPhase.COMPLETE, TaskPhase.PENDING);
        assertThat(list.get(1).groupId()).isEqualTo("g");
        assertThat(list.get(1).location()).isEqualTo("127.0.0.1:33331");
        assertThat(requested()).isEqualTo("GET /druid/indexer/v1/tasks");
    }

    @Test
    void aTaskThatDruidListsTwiceSinceItEndsIsInTheListOnceAsEnded() {
        server.answers(json("[" + String.format(STATUS, "a", "RUNNING", "RUNNING") + ","
                + String.format(STATUS, "b", "SUCCESS", "NONE") + ","
                + String.format(STATUS, "a", "SUCCESS", "NONE") + ","
                + String.format(STATUS, "b", "RUNNING", "RUNNING") + "]"));

        assertThat(time.finish(tasks.list()))
                .extracting(task -> task.id() + " " + task.state())
                .containsExactly("a SUCCESS", "b SUCCESS");
    }

    @Test
    void theListCanBeNarrowed() {
        server.answers(json("[]"));
        time.finish(tasks.list(o -> o.state(TaskPhase.WAITING)
                .dataSource("a b")
                .type("compact")
                .max(7)
                .createdWithin(Duration.ofDays(2))));

        assertThat(requested())
                .isEqualTo("GET /druid/indexer/v1/tasks?state=waiting&datasource=a%20b&type=compact&max=7"
                        + "&createdTimeInterval=2026-11-18T12%3A00%3A00Z_2026-11-20T12%3A00%3A00Z");
    }

    @Test
    void whatDruidWouldAnswerOddlyIsRefusedHere() {
        assertThatThrownBy(() -> tasks.list(o -> o.max(-1))).hasMessage("max must not be negative, but is -1");
        assertThatThrownBy(() -> tasks.list(o -> o.state(TaskPhase.UNKNOWN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tasks.list(o -> o.createdWithin(Duration.ZERO)))
                .hasMessage("createdWithin must be positive, not PT0S");
        assertThatThrownBy(() -> tasks.sample(TestTasks.LOAD, o -> o.numRows(5_001)))
                .hasMessage("numRows must be from 1 to 5000, not 5001");
        assertThatThrownBy(() -> tasks.log("t").tail(0)).hasMessage("tail must be positive, not 0");
        assertThatThrownBy(() -> tasks.log("t").from(-1)).hasMessage("from must not be negative, but is -1");
    }

    @Test
    void statusesOfManyAreAskedForByTheThousand() {
        server.script((request, number) ->
                json("{\"t" + number + "\":{\"id\":\"t1\",\"status\":\"SUCCESS\",\"duration\":1,\"errorMsg\":null}}"));
        List<String> ids = IntStream.range(0, 2_500).mapToObj(i -> "t" + i).collect(Collectors.toList());
        ids.add("t0");

        assertThat(time.finish(tasks.statuses(ids))).containsOnlyKeys("t1", "t2", "t3");
        assertThat(server.requests())
                .extracting(TestServer::body)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("[\"t0\",").endsWith("\"t999\"]"),
                        second -> assertThat(second).startsWith("[\"t1000\"").endsWith("\"t1999\"]"),
                        third -> assertThat(third).startsWith("[\"t2000\"").endsWith("\"t2499\"]"));
    }

    @Test
    void statusesOfNoneNeedNoRequest() {
        assertThat(time.finish(tasks.statuses(List.of()))).isEmpty();
        assertThat(server.requestCount()).isZero();
    }

    @Test
    void thePayloadIsATaskAgain() {
        server.answers(json(
                "{\"task\":\"t\",\"payload\":{\"type\":\"noop\",\"id\":\"t\",\"groupId\":\"t\",\"dataSource\":\"none\","
                        + "\"runTime\":15000,\"new\":1,\"context\":{\"forceTimeChunkLock\":true}}}"));
        Task task = time.finish(tasks.attach("t").payload());

        assertThat(task)
                .isInstanceOfSatisfying(
                        NoopTask.class, noop -> assertThat(noop.runTime()).isEqualTo(Duration.ofSeconds(15)));
        assertThat(SpecJson.write(task)).contains("\"new\":1");
    }

    @Test
    void aPayloadAgainstOurRulesIsReadAsItIs() {
        server.answers(json("{\"task\":\"t\",\"payload\":{\"type\":\"kill\",\"dataSource\":\"d\","
                + "\"interval\":\"2026-01-01/2026-02-01\",\"batchSize\":-1}}"));

        Task task = time.finish(tasks.payload("t"));
        assertThat(((KillTask) task).batchSize()).isEqualTo(-1);
        assertThat(SpecJson.violations(task)).extracting(Violation::path).containsExactly("batchSize");
    }

    @Test
    void aPayloadThatIsNoTaskOfOursCanStillBeReadRaw() {
        server.answers(json("{\"task\":\"t\",\"payload\":{\"type\":\"kill\",\"dataSource\":\"d\",\"batchSize\":-1}}"));

        assertThat(time.failure(tasks.payload("t"))).isInstanceOf(SpecValidationException.class);
        assertThat(time.finish(tasks.rawPayload("t")).path("batchSize").asInt()).isEqualTo(-1);
    }

    @Test
    void aLogComesAsAWholeOrInPart() {
        server.answers(json("one\ntwo\n"));
        TaskLog log = tasks.attach("a:b").log();

        assertThat(time.finish(log.text())).isEqualTo("one\ntwo\n");
        time.finish(log.tail(100).text());
        time.finish(log.from(4_096).text());
        assertThat(server.requests())
                .extracting(RecordedRequest::getTarget)
                .containsExactly(
                        "/druid/indexer/v1/task/a%3Ab/log",
                        "/druid/indexer/v1/task/a%3Ab/log?offset=-100", "/druid/indexer/v1/task/a%3Ab/log?offset=4096");
    }

    @Test
    void aLogIsReadLineByLine() {
        server.answers(json("one\ntwo\r\nthree"));
        List<String> lines = new ArrayList<>();

        assertThat(time.finish(tasks.log("t").lines(lines::add))).isEqualTo(3);
        assertThat(lines).containsExactly("one", "two", "three");
    }

    @Test
    void aLogIsCopied() {
        String text = "line\n".repeat(10_000);
        server.answers(json(text));
        ByteArrayOutputStream copy = new ByteArrayOutputStream();

        assertThat(time.finish(tasks.log("t").copyTo(copy))).isEqualTo(50_000);
        assertThat(copy.toString(StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void aLogThatCannotBeWrittenIsNotTheFaultOfDruid() {
        server.answers(json("text"));
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };

        assertThat(time.failure(tasks.log("t").copyTo(full)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("disk full");
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void whatAReaderOfLinesThrowsEndsTheReading() {
        server.answers(json("one\ntwo\n"));

        assertThat(time.failure(tasks.log("t").lines(line -> {
                    throw new IllegalStateException("enough");
                })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void aLogThatIsNotThereIsToldAsThat() {
        server.answers(status(
                404, "No log was found for this task. The task may not exist, or it may not have begun running yet."));

        assertThat(time.failure(tasks.log("t").lines(line -> {})))
                .isInstanceOf(TaskNotFoundException.class)
                .hasMessageContaining("Druid has not got that of task t: ")
                .hasMessageContaining("No log was found for this task.");
    }

    @Test
    void aTaskThatIsNotThereHasNoLog() {
        server.answers(status(404, "Cannot find any task with id: [t]"));

        assertThat(time.failure(tasks.log("t").text()))
                .isInstanceOf(TaskNotFoundException.class)
                .hasMessageStartingWith("Druid knows no task t; check the id");
    }

    @Test
    void allTasksOfADatasourceAreStoppedOneByOne() {
        server.script((request, number) -> {
            String target = request.getTarget();
            if (target.equals("/druid/indexer/v1/tasks?datasource=wikipedia&max=0")) {
                return json("[" + String.format(STATUS, "a", "RUNNING", "RUNNING") + ","
                        + String.format(STATUS, "b", "RUNNING", "WAITING") + "]");
            }
            return target.contains("/b/") ? status(404, "Cannot find any task with id: [b]") : json("{\"task\":\"a\"}");
        });

        assertThat(time.finish(tasks.shutdownAll("wikipedia"))).containsExactly("a", "b");
        assertThat(server.requests())
                .extracting(RecordedRequest::getTarget)
                .containsExactlyInAnyOrder(
                        "/druid/indexer/v1/tasks?datasource=wikipedia&max=0",
                        "/druid/indexer/v1/task/a/shutdown",
                        "/druid/indexer/v1/task/b/shutdown");
    }

    @Test
    void oneThatCannotBeStoppedKeepsNoOtherFromIt() {
        server.script((request, number) -> {
            String target = request.getTarget();
            if (target.contains("/tasks?")) {
                return json("[" + String.format(STATUS, "a", "RUNNING", "RUNNING") + ","
                        + String.format(STATUS, "b", "RUNNING", "WAITING") + "]");
            }
            return target.contains("/a/")
                    ? status(403, "{\"Access-Check-Result\":\"Unauthorized\"}")
                    : json("{\"task\":\"b\"}");
        });

        assertThat(time.failure(tasks.shutdownAll("wikipedia")))
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("403");
        assertThat(server.requests())
                .extracting(RecordedRequest::getTarget)
                .contains("/druid/indexer/v1/task/b/shutdown");
    }

    @Test
    void lockedIntervalsAreTold() {
        server.answers(json("{\"wikipedia\":[\"2020-01-01T00:00:00.000Z/2020-01-02T00:00:00.000Z\"]}"), json("{}"));

        assertThat(time.finish(tasks.lockedIntervals("wikipedia", o -> o.priority(50))))
                .containsExactly(Interval.of("2020-01-01/2020-01-02"));
        assertThat(requested())
                .isEqualTo(
                        "POST /druid/indexer/v1/lockedIntervals/v2 [{\"datasource\":\"wikipedia\",\"priority\":50}]");
        assertThat(time.finish(tasks.lockedIntervals("wikipedia", o -> o))).isEmpty();
    }

    @Test
    void activeLocksAreTold() {
        server.answers(
                json("{\"datasourceToLocks\":{\"wikipedia\":[{\"type\":\"EXCLUSIVE\",\"groupId\":\"g\",\"dataSource\":"
                        + "\"wikipedia\",\"interval\":\"2020-01-01T00:00:00.000Z/2020-01-02T00:00:00.000Z\",\"version\":\"v\","
                        + "\"priority\":50,\"revoked\":true}]}}"));

        assertThat(time.finish(tasks.activeLocks("wikipedia", o -> o.intervals(Interval.of("2020-01-01/P1D")))))
                .singleElement()
                .satisfies(lock -> {
                    assertThat(lock.type()).isEqualTo("EXCLUSIVE");
                    assertThat(lock.groupId()).isEqualTo("g");
                    assertThat(lock.dataSource()).isEqualTo("wikipedia");
                    assertThat(lock.interval()).isEqualTo(Interval.of("2020-01-01/2020-01-02"));
                    assertThat(lock.version()).isEqualTo("v");
                    assertThat(lock.priority()).isEqualTo(50);
                    assertThat(lock.isRevoked()).isTrue();
                });
        assertThat(requested())
                .isEqualTo("POST /druid/indexer/v1/activeLocks"
                        + " [{\"datasource\":\"wikipedia\",\"priority\":0,\"intervals\":[\"2020-01-01/P1D\"]}]");
    }

    @Test
    void pendingSegmentsAreDeletedInATime() {
        server.answers(json("{\"numDeleted\":3}"));

        assertThat(time.finish(tasks.deletePendingSegments("wikipedia", Interval.of("2020-01-01/2020-01-02"))))
                .isEqualTo(3);
        assertThat(requested())
                .isEqualTo("DELETE /druid/indexer/v1/pendingSegments/wikipedia?interval=2020-01-01%2F2020-01-02");
    }

    @Test
    void aLoadIsSampledAsTheSamplerTakesIt() {
        server.answers(
                json(
                        "{\"numRowsRead\":3,\"numRowsIndexed\":1,\"logicalSegmentSchema\":[{\"name\":\"__time\",\"type\":\"LONG\"},"
                                + "{\"name\":\"page\",\"type\":\"STRING\"}],\"data\":[{\"input\":{\"time\":\"2020-01-01T00:00:00Z\",\"page\":\"x\"},"
                                + "\"parsed\":{\"__time\":1577836800000,\"page\":\"x\"}},{\"input\":{\"time\":\"bad\"},\"unparseable\":true,"
                                + "\"error\":\"Timestamp[bad] is unparseable!\"},{\"unparseable\":true,\"error\":\"Unable to parse row\"}]}"));

        assertThat(time.finish(tasks.sample(TestTasks.LOAD, o -> o.numRows(10).timeout(Duration.ofSeconds(3)))))
                .satisfies(sample -> {
                    assertThat(sample.numRowsRead()).isEqualTo(3);
                    assertThat(sample.numRowsIndexed()).isEqualTo(1);
                    assertThat(sample.columns()).containsEntry("__time", "LONG").containsEntry("page", "STRING");
                    assertThat(sample.rows())
                            .extracting(SampledRow::isUnparseable)
                            .containsExactly(false, true, true);
                    assertThat(Objects.requireNonNull(sample.rows().get(0).parsed())
                                    .path("page")
                                    .asText())
                            .isEqualTo("x");
                    assertThat(sample.rows().get(0).error()).isNull();
                    assertThat(sample.rows().get(1).parsed()).isNull();
                    assertThat(sample.rows().get(1).error()).contains("Timestamp[bad]");
                    assertThat(sample.rows().get(2).input()).isNull();
                });
        assertThat(requested())
                .startsWith("POST /druid/indexer/v1/sampler {\"type\":\"index\",\"spec\":{")
                .contains("\"ioConfig\":{\"type\":\"index\",")
                .contains("\"dataSource\":\"wikipedia\"")
                .endsWith("\"samplerConfig\":{\"numRows\":10,\"timeoutMs\":3000}}")
                .doesNotContain("index_parallel", "tuningConfig");
    }

    @Test
    void aStreamIsSampledByItsOwnSpec() {
        server.answers(json("{\"numRowsRead\":0,\"numRowsIndexed\":0,\"data\":[]}"));
        Supervisor kafka = SpecJson.read(
                "{\"type\":\"kafka\",\"spec\":{\"dataSchema\":{\"dataSource\":\"wikipedia\",\"timestampSpec\":{\"column\":\"t\"},"
                        + "\"dimensionsSpec\":{\"dimensions\":[\"page\"]},\"granularitySpec\":{\"segmentGranularity\":\"DAY\"}},"
                        + "\"ioConfig\":{\"topic\":\"wiki\",\"consumerProperties\":{\"bootstrap.servers\":\"b:9092\"},"
                        + "\"inputFormat\":{\"type\":\"json\"}}}}",
                Supervisor.class,
                SpecJson.Mode.LENIENT);
        time.finish(tasks.sample(kafka, o -> o));

        assertThat(requested())
                .startsWith(
                        "POST /druid/indexer/v1/sampler {\"type\":\"kafka\",\"spec\":{\"type\":\"kafka\",\"spec\":{")
                .endsWith("\"samplerConfig\":{}}");
    }

    @Test
    void whatReadsNoRowsCannotBeSampled() {
        assertThatThrownBy(() -> tasks.sample(NoopTask.of(t -> t), o -> o))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a task of type noop cannot be sampled; only index_parallel and index read an input");
        Supervisor autocompact = SpecJson.read(
                "{\"type\":\"autocompact\",\"spec\":{\"dataSource\":\"d\"}}",
                AutocompactSupervisor.class,
                SpecJson.Mode.LENIENT);
        assertThatThrownBy(() -> tasks.sample(autocompact, o -> o))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("autocompact cannot be sampled");
    }

    @Test
    void allCanBeAwaitedTogether() {
        server.script(
                (request, number) -> json("{\"a\":{\"id\":\"a\",\"status\":\"" + (number > 3 ? "SUCCESS" : "RUNNING")
                        + "\",\"duration\":1},\"b\":{\"id\":\"b\",\"status\":\"FAILED\",\"duration\":1}}"));

        assertThat(time.finish(tasks.awaitAll(List.of(tasks.attach("a"), tasks.attach("b")), TaskHandle::completion)))
                .extracting(TaskStatus::id)
                .containsExactly("a", "b");
    }

    @Test
    void whenAllAreOverTheFailuresAreTold() {
        server.script((request, number) -> request.getTarget().endsWith("/taskStatus")
                ? json("{\"a\":{\"id\":\"a\",\"status\":\"" + (number > 5 ? "FAILED" : "RUNNING")
                        + "\",\"duration\":1,\"errorMsg\":\"one\"},\"b\":{\"id\":\"b\",\"status\":\"FAILED\",\"duration\":1,"
                        + "\"errorMsg\":\"two\"}}")
                : json("{}"));
        CompletableFuture<?> all = tasks.awaitAll(List.of(tasks.attach("a"), tasks.attach("b")), TaskHandle::queryable);
        time.advance(Duration.ofSeconds(2));
        assertThat(all).isNotDone(); // b has failed, and a is still on its way

        assertThat(time.failure(all)).isInstanceOf(TaskFailedException.class).hasMessage("task a FAILED: one");
        assertThatThrownBy(all::join)
                .isInstanceOf(CompletionException.class)
                .satisfies(e -> assertThat(Objects.requireNonNull(e.getCause()).getSuppressed())
                        .singleElement()
                        .satisfies(s -> assertThat(s).hasMessage("task b FAILED: two")));
    }

    @Test
    void whoCancelsTheWaitingForAllAsksNoMore() {
        server.answers(json("{\"a\":{\"id\":\"a\",\"status\":\"RUNNING\",\"duration\":-1}}"));
        CompletableFuture<?> all =
                tasks.awaitAll(List.of(tasks.attach("a"), tasks.attach("a")), TaskHandle::completion);
        time.advance(Duration.ofSeconds(5));
        all.cancel(true);
        int before = server.requestCount();
        time.advance(Duration.ofMinutes(5));

        assertThat(server.requestCount()).isEqualTo(before);
    }

    private String requested() {
        RecordedRequest request = server.requests().get(0);
        return (request.getMethod() + " " + request.getTarget() + " " + TestServer.body(request)).trim();
    }
}
