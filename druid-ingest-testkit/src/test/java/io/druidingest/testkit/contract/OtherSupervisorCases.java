package io.druidingest.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.SupervisorHandle;
import io.druidingest.client.Supervisors;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.AutoCompactionSnapshot;
import io.druidingest.client.model.SupervisorHealth;
import io.druidingest.client.model.SupervisorState;
import io.druidingest.client.model.SupervisorStatus;
import io.druidingest.client.model.SupervisorSummary;
import io.druidingest.client.model.SupervisorVersion;
import io.druidingest.client.model.TaskState;
import io.druidingest.coordinator.ClusterCompactionConfig;
import io.druidingest.coordinator.CompactionConfig;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.AutocompactSupervisor;
import io.druidingest.spec.CronSchedulerConfig;
import io.druidingest.spec.ScheduledBatchSupervisor;
import io.druidingest.spec.Supervisor;
import io.druidingest.testkit.Loads;
import io.druidingest.testkit.Shows;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Supervisors that read no stream, whatever the version: those that compact, and those that submit a statement at set times. */
@Timeout(60)
abstract class OtherSupervisorCases {

    private static final String ALL = "/druid/indexer/v1/supervisor";

    private final Stage stage;
    private final DruidClient druid;
    private final Supervisors supervisors;
    private final String name = Loads.newDataSource();
    private ClusterCompactionConfig usual;

    OtherSupervisorCases(Stage stage) {
        this.stage = stage;
        this.druid = stage.druid();
        this.supervisors = druid.supervisors();
    }

    @BeforeEach
    void remember() {
        usual = stage.await(druid.compaction().clusterConfig());
    }

    @AfterEach
    void restore() {
        stage.await(supervisors.ids()).stream()
                .filter(id -> id.contains(name))
                .forEach(id -> stage.await(supervisors.attach(id).terminate()));
        stage.await(druid.compaction().setClusterConfig(usual));
    }

    @Test
    @Shows("GET /druid/indexer/v1/supervisor/{id}/status")
    void whoCompactsTellsHowFarItIs() {
        SupervisorHandle handle = stage.await(supervisors.submit(compacting()));

        assertThat(handle.id()).isEqualTo("autocompact__" + name);
        SupervisorStatus status = stage.await(handle.status());
        assertThat(status.state()).isNull();
        assertThat(status.stream()).isNull();
        assertThat(Objects.requireNonNull(status.compaction()).dataSource()).isEqualTo(name);
    }

    @Test
    void whoCompactsDoesSoOnlyIfTheClusterLetsSupervisors() {
        SupervisorHandle handle = stage.await(supervisors.submit(compacting()));

        useSupervisors(false);
        stage.await(handle.reaches(SupervisorState.SCHEDULER_STOPPED));
        assertThat(snapshot(handle).scheduleStatus()).isEqualTo("NOT_ENABLED");
        useSupervisors(true);
        stage.await(handle.reaches(SupervisorState.RUNNING));
    }

    @Test
    @Shows({
        "POST /druid/indexer/v1/supervisor/{id}/suspend",
        "POST /druid/indexer/v1/supervisor/{id}/resume",
        "GET /druid/indexer/v1/supervisor/{id}/history"
    })
    void whoCompactsIsSuspendedResumedAndTerminated() {
        useSupervisors(true);
        SupervisorHandle handle = stage.await(supervisors.submit(compacting()));

        stage.await(handle.suspend());
        stage.await(handle.reaches(SupervisorState.SUSPENDED));
        assertThat(snapshot(handle).scheduleStatus()).isEqualTo("NOT_ENABLED");
        stage.await(handle.resume());
        stage.await(handle.reaches(SupervisorState.RUNNING));
        stage.await(handle.terminate());

        List<SupervisorVersion> history = stage.await(handle.history());
        assertThat(history).extracting(SupervisorVersion::isTombstone).containsExactly(true, false, false, false);
        assertThat(SpecJson.diff(compacting(), history.get(3).spec())).isEmpty();
    }

    @Test
    void aConfigIsTheSpecOfASupervisor() {
        useSupervisors(true);
        CompactionConfig config = CompactionConfig.inline(name, c -> c.skipOffsetFromLatest("P2D"));
        SupervisorHandle handle = supervisors.attach("autocompact__" + name);

        stage.await(druid.compaction().set(config));
        assertThat(SpecJson.diff(compacting(), stage.await(handle.spec()))).isEmpty();
        stage.await(druid.compaction().delete(name));
        assertThat(stage.await(supervisors.ids())).doesNotContain(handle.id());

        stage.await(supervisors.submit(compacting()));
        assertThat(SpecJson.diff(config, stage.await(druid.compaction().config(name))))
                .isEmpty();
        useSupervisors(false);
        assertThat(stage.await(druid.compaction().config(name))).isNull();
    }

    /** Druid 33 takes it, and says so later; 37 refuses it. */
    @Test
    void whatTheEngineCannotDoIsTold() {
        useSupervisors(true);
        HttpResponse<String> answer = new Raw(stage.uri())
                .post(
                        ALL,
                        "{\"type\":\"autocompact\",\"spec\":{\"dataSource\":\"" + name + "\",\"engine\":\"msq\","
                                + "\"tuningConfig\":{\"type\":\"index_parallel\",\"partitionsSpec\":{\"type\":\"hashed\"}}}}");
        String told = answer.body();

        if (answer.statusCode() == 200) {
            SupervisorHandle handle = supervisors.attach("autocompact__" + name);
            stage.await(handle.reaches(SupervisorState.INVALID_SPEC));
            told = snapshot(handle).json().path("message").asText();
        }

        assertThat(told)
                .contains("Invalid partitioning type[HashedPartitionsSpec]. Must be either 'dynamic' or 'range'");
    }

    @Test
    void whoSchedulesTellsWhenItSubmitsNext() {
        SupervisorHandle handle = stage.await(supervisors.submit(scheduled()));

        SupervisorStatus status = stage.await(handle.status());
        assertThat(handle.id()).isEqualTo(name);
        assertThat(status.state()).isEqualTo(SupervisorState.RUNNING);
        assertThat(status.json().at("/payload/nextTaskSubmissionTime").asText()).endsWith("-01-01T00:00:00.000Z");
        assertThat(status.json().at("/payload/lastTaskSubmittedTime").isNull()).isTrue();
        assertThat(status.json().at("/payload/taskReport/totalSubmittedTasks").asInt())
                .isZero();
        stage.await(handle.suspend());
        assertThat(stage.await(handle.status()).state()).isEqualTo(SupervisorState.SUSPENDED);
        stage.await(handle.resume());
        assertThat(stage.await(handle.status()).state()).isEqualTo(SupervisorState.RUNNING);
        stage.await(handle.terminate());
        assertThat(stage.await(handle.history())).hasSize(4);
    }

    @Test
    void whoCompactsSubmitsTasks() {
        useSupervisors(true);
        stage.await(druid.tasks().submit(Loads.inline(name, Loads.rows(10))).thenCompose(TaskHandle::completion));
        stage.await(druid.compaction().set(CompactionConfig.inline(name, c -> c.skipOffsetFromLatest("PT0S"))));

        stage.until(
                "it to compact",
                () -> stage.await(druid.tasks().list(o -> o.dataSource(name))).stream()
                        .anyMatch(task ->
                                task.type().equals("compact") && task.state().equals(TaskState.SUCCESS)));

        boolean newer = new Raw(stage.uri()).get("/status").body().startsWith("{\"version\":\"37.");
        String id = (newer ? "auto" : "coordinator-issued") + "_compact_" + name;
        assertThat(stage.await(druid.tasks().list(o -> o.dataSource(name))))
                .filteredOn(task -> Objects.equals(task.type(), "compact"))
                .allSatisfy(task -> assertThat(task.id()).startsWith(id));
    }

    @Test
    void aScheduleThatIsNoneIsRefused() {
        HttpResponse<String> answer = new Raw(stage.uri())
                .post(
                        ALL,
                        "{\"type\":\"scheduled_batch\",\"id\":\"x\",\"dataSource\":\"x\",\"spec\":{\"query\":\"SELECT 1\"},"
                                + "\"schedulerConfig\":{\"type\":\"unix\",\"schedule\":\"bad\"}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Unix schedule[bad] is invalid: [Cron expression contains 1 parts but we expect one of [5]]");
    }

    @Test
    @Shows({"GET /druid/indexer/v1/supervisor/{id}", "GET /druid/indexer/v1/supervisor"})
    void theyAreReadBackAndListed() {
        for (Supervisor spec : List.of(compacting(), scheduled())) {
            SupervisorHandle handle = stage.await(supervisors.submit(spec));

            assertThat(SpecJson.diff(spec, stage.await(handle.spec()))).isEmpty();
            SupervisorSummary listed = stage.await(supervisors.list()).stream()
                    .filter(s -> s.id().equals(handle.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(listed.type()).isEqualTo(spec.type());
            assertThat(listed.source()).isEmpty();
            assertThat(listed.healthy()).isTrue();
        }
    }

    @Test
    @Shows({
        "GET /druid/indexer/v1/supervisor/{id}/health",
        "GET /druid/indexer/v1/supervisor/{id}/stats",
        "GET /druid/indexer/v1/supervisor/{id}/parseErrors",
        "POST /druid/indexer/v1/supervisor/{id}/reset",
        "POST /druid/indexer/v1/supervisor/{id}/taskGroups/handoff"
    })
    void theyHaveNothingOfAStream() {
        for (Supervisor spec : List.of(compacting(), scheduled())) {
            SupervisorHandle handle = stage.await(supervisors.submit(spec));

            assertThat(stage.await(handle.health())).isEqualTo(SupervisorHealth.NOT_IMPLEMENTED);
            assertThat(stage.await(handle.stats()).byTaskGroup()).isEmpty();
            assertThat(stage.await(handle.parseErrors())).isEmpty();
            String type = "is not supported by supervisor[" + handle.id() + "] of type[" + spec.type() + "]";
            Stream.of(handle.reset(), handle.handOffTaskGroups(0))
                    .forEach(order -> assertThatThrownBy(() -> stage.await(order))
                            .hasCauseInstanceOf(DruidHttpException.class)
                            .hasMessageContaining(type));
        }
    }

    private AutoCompactionSnapshot snapshot(SupervisorHandle handle) {
        return Objects.requireNonNull(stage.await(handle.status()).compaction());
    }

    private AutocompactSupervisor compacting() {
        return AutocompactSupervisor.of(a -> a.spec(CompactionConfig.inline(name, c -> c.skipOffsetFromLatest("P2D"))));
    }

    private ScheduledBatchSupervisor scheduled() {
        return ScheduledBatchSupervisor.of(s -> s.id(name)
                .dataSource(name)
                .schedulerConfig(CronSchedulerConfig.unix("0 0 1 1 *"))
                .spec("INSERT INTO \"" + name + "\" SELECT 1"));
    }

    private void useSupervisors(boolean use) {
        stage.await(druid.compaction().setClusterConfig(ClusterCompactionConfig.of(c -> c.useSupervisors(use))));
    }
}
