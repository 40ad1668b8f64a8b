package io.druidingest.testkit;

import static io.druidingest.testkit.assertj.DruidAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.TaskNotFoundException;
import io.druidingest.client.model.TaskPhase;
import io.druidingest.client.model.TaskState;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of tasks in the fake, and what it tells of them. */
@ExtendWith(FakeOverlordExtension.class)
@Timeout(20)
class FakeTasksTest {

    private final IndexParallelTask load = Loads.inline("wikipedia", Loads.rows(3));

    @Test
    void aTaskIsMovedByHand(FakeOverlord overlord, DruidClient druid) {
        overlord.onSubmit("index_parallel").plan(p -> p.pending("1d").neverEnds());
        TaskHandle one = overlord.await(druid.tasks().submit(load));
        TaskHandle two = overlord.await(druid.tasks().submit(load));
        assertThat(overlord.await(one.status()).phase()).isEqualTo(TaskPhase.PENDING);

        overlord.task(one.id()).run();
        assertThat(overlord.await(one.status()).phase()).isEqualTo(TaskPhase.RUNNING);
        overlord.task(one.id()).succeed();
        overlord.task(two.id()).fail("disk full");

        assertThat(overlord.await(one.completion())).succeeded();
        assertThat(overlord.await(two.completion())).failedWith("disk full");
        assertThatThrownBy(() -> overlord.task("nobody").run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no task nobody; there are [" + one.id());
    }

    @Test
    void aTaskVanishes(FakeOverlord overlord, DruidClient druid) {
        overlord.onSubmit("index_parallel").plan(p -> p.running("1m").vanishes());
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        assertThatThrownBy(() -> overlord.await(task.completion())).hasCauseInstanceOf(TaskNotFoundException.class);
    }

    @Test
    void aFailureHasAReport(FakeOverlord overlord, DruidClient druid) {
        overlord.onSubmit("index_parallel")
                .plan(p -> p.rows(5).unparseable(2).fails("Max parse exceptions[0] exceeded"));
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        overlord.await(task.completion());
        assertThat(overlord.await(task.report()).errorMessage()).isEqualTo("Max parse exceptions[0] exceeded");
        assertThat(overlord.await(task.report()).rows().unparseable()).isEqualTo(2);
        assertThat(overlord.await(task.log().text())).contains("Max parse exceptions[0] exceeded");
    }

    @Test
    void slotsAreFilledOneAfterTheOther() {
        try (FakeOverlord overlord = FakeOverlord.start(b -> b.slots(1).queueLimit(2));
                DruidClient druid = overlord.client()) {
            overlord.onSubmit("index_parallel").plan(p -> p.running("10m"));
            TaskHandle one = overlord.await(druid.tasks().submit(load));
            TaskHandle two = overlord.await(druid.tasks().submit(load));
            overlord.time().advance(Duration.ofSeconds(1));
            assertThat(List.of(
                            overlord.await(one.status()).phase(),
                            overlord.await(two.status()).phase()))
                    .containsExactlyInAnyOrder(TaskPhase.RUNNING, TaskPhase.PENDING);
            assertThatThrownBy(() -> overlord.await(druid.tasks().submit(load)))
                    .hasMessageContaining("Task queue already contains [2] tasks");

            overlord.await(one.completion());
            overlord.await(two.completion());
            assertThat(Duration.ofNanos(overlord.time().nanos())).isGreaterThanOrEqualTo(Duration.ofMinutes(20));
        }
    }

    @Test
    void tasksAreListed(FakeOverlord overlord, DruidClient druid) {
        overlord.onSubmit("index_parallel").plan(p -> p.running("1m"));
        TaskHandle old = overlord.await(druid.tasks().submit(load));
        overlord.await(old.completion());
        overlord.onSubmit("index_parallel").plan(TaskPlan::neverEnds);
        TaskHandle running = overlord.await(druid.tasks().submit(load));

        assertThat(overlord.await(druid.tasks().list()))
                .extracting(TaskStatus::id)
                .containsExactly(old.id(), running.id());
        assertThat(overlord.await(
                        druid.tasks().list(o -> o.state(TaskPhase.RUNNING).dataSource("wikipedia"))))
                .extracting(TaskStatus::id)
                .containsExactly(running.id());
        overlord.time().advance(Duration.ofDays(2));
        assertThat(overlord.await(druid.tasks().list()))
                .extracting(TaskStatus::id)
                .containsExactly(running.id());
        assertThat(overlord.await(old.status()).state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    void whatIsLostIsFoundInRawRequests(FakeOverlord overlord) throws Exception {
        assertThat(send(overlord, "POST", "/druid/indexer/v1/task", "{\"type\":\"nope\"}")
                        .body())
                .startsWith(
                        "{\"error\":\"Please make sure to load all the necessary extensions and jars with type 'nope'"
                                + " on 'druid/coordinator' service. Could not resolve type id 'nope' as a subtype of");
        assertThat(send(overlord, "POST", "/druid/indexer/v1/task", "{\"type\":\"noop\",\"id\":\".x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(overlord, "POST", "/druid/indexer/v1/task", "{").statusCode())
                .isEqualTo(500);
        assertThat(send(overlord, "POST", "/druid/indexer/v1/datasources/x/shutdownAllTasks", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(overlord, "GET", "/druid/indexer/v1/tasks?state=bogus", null)
                        .body())
                .isEqualTo("Invalid task state[bogus]. Must be one of [pending, waiting, running, complete].");
        assertThat(send(overlord, "GET", "/druid/indexer/v1/tasks?max=abc", null)
                        .statusCode())
                .isEqualTo(404);
        overlord.verify();

        assertThat(send(overlord, "GET", "/druid/indexer/v1/tasks?dataSource=x", null)
                        .statusCode())
                .isEqualTo(200);
        assertThatThrownBy(overlord::verify)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("unknown query parameter dataSource; did you mean datasource?");
        assertThat(send(overlord, "PUT", "/druid/indexer/v1/task", "{}").statusCode())
                .isEqualTo(405);
        assertThatThrownBy(overlord::verify).hasMessageContaining("unknown method PUT; there is POST");
    }

    private static HttpResponse<String> send(FakeOverlord overlord, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(overlord.uri() + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
