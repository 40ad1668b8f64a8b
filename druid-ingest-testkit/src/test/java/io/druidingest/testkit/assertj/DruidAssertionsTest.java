package io.druidingest.testkit.assertj;

import static io.druidingest.testkit.assertj.DruidAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.IngestResult;
import io.druidingest.client.model.TaskReport;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.json.Change;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.KillTask;
import io.druidingest.testkit.FakeOverlord;
import io.druidingest.testkit.Loads;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each assertion passes where it should, and fails where it should, in words that help. */
@ExtendWith(FakeOverlordExtension.class)
class DruidAssertionsTest {

    private final IndexParallelTask load = Loads.inline("clicks", Loads.rows(1));
    private final IndexParallelTask near = Loads.inline("views", Loads.rows(1));
    private final IndexParallelTask far = Loads.inline("views", Loads.rows(2), io -> io.appendToExisting(true), c -> c);
    private final KillTask kill = KillTask.of(k -> k.dataSource("clicks").interval("2026-01-01/P1D"));

    @Test
    void aTaskThatIsMissedIsShownBesideThoseThatWereTakenClosestFirst(FakeOverlord overlord, DruidClient druid) {
        for (String id : List.of("kill", "far", "near")) {
            overlord.await(druid.tasks()
                    .submit(
                            id.equals("kill")
                                    ? kill.toBuilder().id(id).build()
                                    : (id.equals("far") ? far : near)
                                            .toBuilder().id(id).build()));
        }

        assertThat(overlord).received(near).once().received(load).never();
        fails(() -> assertThat(overlord).received(load).once())
                .hasMessageContaining("expected this task 1 times, but it was taken 0 times:")
                .hasMessageContaining(
                        "taken, closest first:\n  near differs:\n      spec.dataSchema.dataSource changed:")
                .hasMessageMatching(
                        "(?s).*near differs.*far differs.*appendToExisting.*kill differs:\n      is of type kill");
    }

    @Test
    void aTaskThatIsTakenTooOftenSaysSo(FakeOverlord overlord, DruidClient druid) {
        fails(() -> assertThat(overlord).received(load).times(1)).hasMessageEndingWith("no task was taken at all");
        overlord.await(druid.tasks().submit(load));

        fails(() -> assertThat(overlord).received(load).never())
                .hasMessageContaining("expected this task 0 times, but it was taken 1 times:")
                .hasMessageEndingWith(" means the same");
        fails(() -> assertThat(overlord).received(load).times(2))
                .hasMessageContaining("expected this task 2 times, but it was taken 1 times:");
    }

    /** Druid reads {@code "true"} as it reads {@code true}. */
    @Test
    void aTaskIsTheSameHoweverItIsWritten(FakeOverlord overlord) throws Exception {
        ObjectNode spelt = (ObjectNode) SpecJson.tree(far);
        ((ObjectNode) spelt.at("/spec/ioConfig")).put("appendToExisting", "true");
        URI tasks = overlord.uri().resolve("/druid/indexer/v1/task");
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(tasks)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(spelt.toString()))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());

        assertThat(overlord).received(far).once().received(near).never();
        assertThat(overlord).received(far.toBuilder().id("other").build()).never();
    }

    @Test
    void pollsAreCounted(FakeOverlord overlord, DruidClient druid) {
        overlord.await(druid.tasks().submit(load).thenCompose(TaskHandle::completion));

        assertThat(overlord).polledAtMost(10);
        fails(() -> assertThat(overlord).polledAtMost(0))
                .hasMessageStartingWith("expected at most 0 polls of how tasks stand, but there were ")
                .hasMessageContaining("\n  POST /druid/indexer/v1/taskStatus");
    }

    @Test
    void whatDruidDoesNotKnowIsListed(FakeOverlord overlord) throws Exception {
        overlord.lenient();
        assertThat(overlord).hasNoUnexpectedRequests();
        URI misspelt = overlord.uri().resolve("/druid/indexer/v1/tsks");
        HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(misspelt).build(), HttpResponse.BodyHandlers.discarding());

        fails(() -> assertThat(overlord).hasNoUnexpectedRequests())
                .hasMessageStartingWith(
                        "expected nothing that Druid does not know, but this came:\n  GET /druid/indexer/v1/tsks: unknown");
    }

    @Test
    void whatWasScriptedIsMetOrListed(FakeOverlord overlord, DruidClient druid) {
        overlord.onSubmit("index_parallel").plan(p -> p.running("1m"));
        overlord.onSubmit("compact").plan(p -> p.fails("why"));
        overlord.onRequest("POST", "/druid/indexer/v1/task").reply(503).times(2);
        overlord.onRequest("GET", "/druid/indexer/v1/task/{id}/log").reply(404).always();
        overlord.onRequest("POST", "/druid/indexer/v1/taskStatus").slow("1s").always();
        overlord.onSql("SELECT  1").rows(List.of());
        overlord.after("30s").run(() -> {});
        overlord.after("1h").leaderFailsOver();

        TaskHandle task = overlord.await(druid.tasks().submit(load));
        fails(() -> assertThat(overlord).hasNoUnusedScripts())
                .hasMessage("expected all that was scripted to be met, but this never was:\n"
                        + "  onSubmit(\"compact\")\n"
                        + "  onRequest(\"GET\", \"/druid/indexer/v1/task/{id}/log\")\n"
                        + "  onRequest(\"POST\", \"/druid/indexer/v1/taskStatus\")\n"
                        + "  onSql(\"SELECT 1\")\n"
                        + "  after(\"30s\").run(..)\n"
                        + "  after(\"1h\").leaderFailsOver()");
        overlord.await(task.completion());
        fails(() -> assertThat(overlord).hasNoUnusedScripts())
                .hasMessageNotContainingAny("taskStatus", "30s")
                .hasMessageContaining("onSubmit(\"compact\")");

        overlord.reset();
        assertThat(overlord).hasNoUnusedScripts();
    }

    @Test
    void aFaultThatIsMetTooSeldomTellsHowOften(FakeOverlord overlord, DruidClient druid) {
        overlord.onRequest("POST", "/druid/indexer/v1/taskStatus").reply(403).times(2);
        overlord.await(druid.tasks().statuses(List.of("a")).handle((found, failure) -> failure));

        fails(() -> assertThat(overlord).hasNoUnusedScripts())
                .hasMessageEndingWith(
                        "onRequest(\"POST\", \"/druid/indexer/v1/taskStatus\").times(2), which came 1 times");
    }

    @Test
    void aSpecMeansTheSameHoweverItIsSpelt() {
        assertThat(load)
                .meansTheSameAs(SpecJson.write(load.toBuilder().id("other").build()));

        fails(() -> assertThat(near).meansTheSameAs(load))
                .hasMessageStartingWith("expected index_parallel \"views\" to mean the same, but ")
                .hasMessageEndingWith("\n  spec.dataSchema.dataSource changed: \"clicks\" -> \"views\"");
        fails(() -> assertThat(near).meansTheSameAs(SpecJson.write(load))).hasMessageContaining("dataSource changed");
    }

    @Test
    void aSpecHasColumnsAndIntervals() {
        assertThat(load).hasDimension("page").hasMetric("added").hasInterval("2026-01-01/2026-01-03");
        assertThat(load.spec().dataSchema()).hasDimension("page").hasMetric("count");
        assertThat(kill).hasInterval("2026-01-01T00:00:00Z/P1D");

        fails(() -> assertThat(load).hasDimension("pagge"))
                .hasMessage("expected index_parallel \"clicks\" to have the dimension pagge, but it has only page");
        fails(() -> assertThat(load).hasMetric("page"))
                .hasMessage("expected index_parallel \"clicks\" to have the metric page, but it has only count, added");
        fails(() -> assertThat(load).hasInterval("2026-01-01/P1D"))
                .hasMessageStartingWith("expected index_parallel \"clicks\" to have the interval 2026-01-01")
                .hasMessageContaining(", but it has only 2026-01-01");
        fails(() -> assertThat(kill).hasMetric("count"))
                .hasMessage("expected kill \"clicks\" to have the metric count, but it has none");
    }

    @Test
    void differencesAreWhereTheyAreSaid() {
        List<Change> none = SpecJson.diff(load, load);
        List<Change> one = SpecJson.diff(load, near);
        String path = "spec.dataSchema.dataSource";
        assertThat(none).isEmpty();
        assertThat(one).hasChangeAt(path).hasChangesOnlyAt(path);

        String found = path + " changed: \"clicks\" -> \"views\"";
        fails(() -> assertThat(one).isEmpty()).hasMessage("expected no difference, but found:\n  " + found);
        fails(() -> assertThat(one).hasChangeAt("spec"))
                .hasMessage("expected a difference at spec, but found:\n  " + found);
        fails(() -> assertThat(none).hasChangesOnlyAt(path))
                .hasMessage("expected a difference at " + path + ", but found:\n  no difference");
        fails(() -> assertThat(one).hasChangesOnlyAt())
                .hasMessage("expected differences only at no path, but found:\n  " + found);
    }

    @Test
    void aTaskStandsAsItIsSaid() {
        TaskStatus good = status("SUCCESS", null);
        TaskStatus bad = status("FAILED", "no such file");
        assertThat(good).succeeded();
        assertThat(bad).failedWith("such");

        fails(() -> assertThat(bad).succeeded())
                .hasMessage("expected task t to have succeeded, but it is FAILED: no such file");
        fails(() -> assertThat(bad).failedWith("timeout"))
                .hasMessage("expected task t to have failed with \"timeout\", but it is FAILED: no such file");
        fails(() -> assertThat(good).failedWith("")).hasMessageContaining("but it is SUCCESS");
    }

    @Test
    void aResultHasRowsOrNone() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        IngestResult empty = new IngestResult(status("SUCCESS", null), TaskReport.of(json), List.of(), List.of());
        IngestResult full = new IngestResult(status("SUCCESS", null), TaskReport.of(json), List.of("s"), List.of());
        assertThat(empty).isEmpty().hasRows(0);
        assertThat(full).isNotEmpty();

        fails(() -> assertThat(full).isEmpty())
                .hasMessage("expected task t to have written nothing, but: IngestResult{task=t, segments=1}");
        fails(() -> assertThat(empty).isNotEmpty())
                .hasMessage("expected task t to have written something, but: IngestResult{task=t, segments=0}");
        fails(() -> assertThat(full).hasRows(3))
                .hasMessage("expected task t to have written 3 rows, but it wrote 0: IngestResult{task=t, segments=1}");
    }

    /** Each assertion is shown above to fail: what is added comes into this list with its test. */
    @Test
    void noAssertionIsLeftOut() {
        Assertions.assertThat(assertions(FakeOverlordAssert.class, FakeOverlordAssert.Received.class))
                .containsExactly(
                        "hasNoUnexpectedRequests",
                        "hasNoUnusedScripts",
                        "never",
                        "once",
                        "polledAtMost",
                        "received",
                        "times");
        Assertions.assertThat(assertions(TaskStatusAssert.class)).containsExactly("failedWith", "succeeded");
        Assertions.assertThat(assertions(IngestResultAssert.class)).containsExactly("hasRows", "isEmpty", "isNotEmpty");
        Assertions.assertThat(assertions(ChangesAssert.class))
                .containsExactly("hasChangeAt", "hasChangesOnlyAt", "isEmpty");
        Assertions.assertThat(assertions(SpecAssert.class))
                .containsExactly("hasDimension", "hasInterval", "hasMetric", "meansTheSameAs");
    }

    private static SortedSet<String> assertions(Class<?>... types) {
        return Stream.of(types)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TaskStatus status(String state, @Nullable String error) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", "t").put("status", state);
        return TaskStatus.of(error == null ? json : json.put("errorMsg", error));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> fails(ThrowingCallable what) {
        return assertThatThrownBy(what).isInstanceOf(AssertionError.class);
    }
}
