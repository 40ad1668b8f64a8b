package io.druidingest.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.DruidIngestException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaskHandleTest {

    private final ManualTime time = new ManualTime();
    private final TestServer server = TestServer.start();
    private final TestCluster cluster = new TestCluster();
    private final DruidClient druid =
            Overheard.client().url(server.uri().toString()).time(time).build();
    private final TaskHandle task = druid.tasks().attach(TestCluster.TASK);

    @BeforeEach
    void answerAsTheClusterDoes() {
        server.script(cluster);
    }

    @AfterEach
    void close() {
        druid.close();
        server.close();
    }

    @Test
    void attachingAsksNothing() {
        assertThat(task.id()).isEqualTo("t1");
        assertThat(task).hasToString("TaskHandle{t1}");
        time.awaitIdle();
        assertThat(server.requestCount()).isZero();
    }

    @Test
    void theStatusIsThatOfTheMoment() {
        cluster.state = "RUNNING";

        assertThat(time.finish(task.status())).satisfies(status -> {
            assertThat(status.id()).isEqualTo("t1");
            assertThat(status.dataSource()).isEqualTo("wikipedia");
            assertThat(status.createdTime()).isEqualTo(TestCluster.CREATED);
        });
    }

    @Test
    void theReportIsThere() {
        assertThat(time.finish(task.report()).segmentsPublished()).hasValue(1);
    }

    @Test
    void aReportThatIsNotThereYetIsToldAsThat() {
        cluster.published = null;

        assertThat(time.failure(task.report()))
                .isInstanceOf(TaskNotFoundException.class)
                .cause()
                .hasMessageContaining("No task reports were found for this task.");
    }

    @Test
    void shuttingDownIsAPostWithoutABody() {
        assertThat(time.finish(task.shutdown())).isNull();
        assertThat(cluster.asked).containsExactly("/druid/indexer/v1/task/t1/shutdown ");
        assertThat(server.requests().get(0).getMethod()).isEqualTo("POST");
    }

    static Stream<Function<TaskHandle, CompletableFuture<?>>> questions() {
        return Stream.of(
                TaskHandle::status,
                TaskHandle::report,
                TaskHandle::shutdown,
                TaskHandle::completion,
                TaskHandle::queryable);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aTaskThatDruidDoesNotKnowIsToldAsThatAndUnwrapped(Function<TaskHandle, CompletableFuture<?>> question) {
        CompletableFuture<?> answer = question.apply(druid.tasks().attach("nope"));

        assertThat(time.failure(answer))
                .isInstanceOfSatisfying(
                        TaskNotFoundException.class, e -> assertThat(e.taskId()).isEqualTo("nope"));
        assertThat(time.failure(answer.thenApply(x -> x)))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(TaskNotFoundException.class);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whateverFailsFailsWithAnExceptionOfOurs(Function<TaskHandle, CompletableFuture<?>> question) {
        server.answers(TestServer.status(403, "{\"Access-Check-Result\":\"no\"}"));

        assertThat(time.failure(question.apply(task)))
                .isInstanceOf(DruidIngestException.class)
                .hasMessageContaining("403: no");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whoCancelsSendsNothingMore(Function<TaskHandle, CompletableFuture<?>> question) {
        server.answers(TestServer.status(503));
        CompletableFuture<?> answer = question.apply(task);
        time.advance(Duration.ofSeconds(10));
        int before = server.requestCount();
        assertThat(before).isPositive();
        answer.cancel(true);
        time.advance(Duration.ofMinutes(10));

        assertThat(server.requestCount()).isEqualTo(before);
    }

    @Test
    void whatHangsOnOneFutureMayWaitForAnotherWhileTheClientIsClosed() {
        cluster.state = "RUNNING";
        CompletableFuture<?> one = task.completion();
        CompletableFuture<?> two = druid.tasks().attach(TestCluster.TASK).completion();
        CompletableFuture<?> oneThenTwo =
                one.handle((value, failure) -> two.handle((v, f) -> f).join());
        CompletableFuture<?> twoThenOne =
                two.handle((value, failure) -> one.handle((v, f) -> f).join());
        time.awaitIdle();
        druid.close();

        assertThat(oneThenTwo).succeedsWithin(Duration.ofSeconds(10)).isInstanceOf(DruidTransportException.class);
        assertThat(twoThenOne).succeedsWithin(Duration.ofSeconds(10)).isInstanceOf(DruidTransportException.class);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void closingTheClientEndsTheWaiting(Function<TaskHandle, CompletableFuture<?>> question) {
        server.answers(TestServer.status(503));
        CompletableFuture<?> answer = question.apply(task);
        time.advance(Duration.ofSeconds(10));
        druid.close();

        assertThat(time.failure(answer))
                .isInstanceOf(DruidTransportException.class)
                .hasMessageStartingWith("the client was closed");
    }
}
