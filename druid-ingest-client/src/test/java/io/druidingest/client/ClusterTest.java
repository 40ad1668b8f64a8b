package io.druidingest.client;

import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.druidingest.client.model.AuditEntry;
import io.druidingest.client.model.Capabilities;
import io.druidingest.client.model.CoordinatorConfig;
import io.druidingest.client.model.DruidVersion;
import io.druidingest.client.model.ServerStatus;
import io.druidingest.client.model.Worker;
import io.druidingest.client.model.WorkerCapacity;
import io.druidingest.unit.Interval;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the cluster tells of itself. The answers are as Druid 33 and 37 gave them. */
class ClusterTest {

    private final ManualTime time = new ManualTime();
    private final TestServer server = TestServer.start();
    private final DruidClient druid =
            Overheard.client().url(server.uri().toString()).time(time).build();
    private final Cluster cluster = druid.cluster();

    @AfterEach
    void close() {
        druid.close();
        server.close();
    }

    @Test
    void theLeaderIsABareUrlOrNothing() {
        server.answers(json("http://10.0.0.1:8081"), json("http://10.0.0.1:8081"), status(204), json("http://a b"));

        assertThat(time.finish(cluster.leader(NodeRole.OVERLORD))).contains(URI.create("http://10.0.0.1:8081"));
        assertThat(time.finish(cluster.leader(NodeRole.COORDINATOR))).contains(URI.create("http://10.0.0.1:8081"));
        assertThat(time.finish(cluster.leader(NodeRole.COORDINATOR))).isEmpty();
        assertThat(time.failure(cluster.leader(NodeRole.COORDINATOR)))
                .isInstanceOf(DruidTransportException.class)
                .hasMessageContaining("not a URL");
        assertThat(targets()).startsWith("GET /druid/indexer/v1/leader", "GET /druid/coordinator/v1/leader");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cluster.leader(NodeRole.BROKER))
                .withMessageContaining("Brokers have no leader");
    }

    @Test
    void aNodeThatDoesNotLeadAnswersWith404() {
        server.answers(json("{\"leader\":true}"), status(404, "{\"leader\":false}"));

        assertThat(time.finish(cluster.isLeader(NodeRole.OVERLORD))).isTrue();
        assertThat(time.finish(cluster.isLeader(NodeRole.COORDINATOR))).isFalse();
    }

    @Test
    void eachRoleIsAskedByTheWayThatTheRouterHasForIt() {
        server.answers(
                json("{\"version\":\"33.0.0\",\"modules\":[{\"name\":\"a.A\",\"artifact\":\"druid-a\",\"version\":"
                        + "\"33.0.0\"},{\"name\":\"a.B\",\"artifact\":\"druid-a\",\"version\":\"33.0.0\"}],"
                        + "\"memory\":{\"maxMemory\":10,\"usedMemory\":4}}"));
        ServerStatus status = time.finish(cluster.status(NodeRole.OVERLORD));
        time.finish(cluster.status(NodeRole.COORDINATOR));
        time.finish(cluster.status(NodeRole.BROKER));

        assertThat(status.version()).isEqualTo(DruidVersion.of("33.0.0"));
        assertThat(status.extensions()).containsExactly("druid-a");
        assertThat(status.maxMemory()).isEqualTo(10);
        assertThat(status.usedMemory()).isEqualTo(4);
        assertThat(targets())
                .containsExactly("GET /proxy/overlord/status", "GET /proxy/coordinator/status", "GET /status");
    }

    @Test
    void healthAndDiscoveryAreYesOrNo() {
        server.answers(json("true"), json("{\"selfDiscovered\":true}"), json("{\"selfDiscovered\":false}"));

        assertThat(time.finish(cluster.isHealthy(NodeRole.COORDINATOR))).isTrue();
        assertThat(time.finish(cluster.isSelfDiscovered(NodeRole.OVERLORD))).isTrue();
        assertThat(time.finish(cluster.isSelfDiscovered(NodeRole.BROKER))).isFalse();
    }

    @Test
    void aRouterKnowsItsBrokers() {
        server.answers(json("{\"druid/broker\":[\"10.0.0.1:8082\",\"10.0.0.2:8082\"],\"druid/hot\":[]}"));

        assertThat(time.finish(cluster.brokers()))
                .isEqualTo(Map.of("druid/broker", List.of("10.0.0.1:8082", "10.0.0.2:8082"), "druid/hot", List.of()));
    }

    @Test
    void whatDruidKnowsIsReadFromItsRefusals() {
        server.script((request, number) -> {
            String body = TestServer.body(request);
            String target = request.getTarget();
            String known = target.endsWith("/task")
                    ? "compact, index_parallel"
                    : target.endsWith("/supervisor")
                            ? "NoopSupervisorSpec, autocompact, kafka"
                            : body.contains("inputSource")
                                    ? "http, inline"
                                    : body.contains("inputFormat")
                                            ? "csv, json"
                                            : body.contains("metricsSpec")
                                                    ? "HLLSketch, " + "long, ".repeat(500) + "count"
                                                    : "index, kafka";
            return status(
                    400,
                    "{\"error\":\"Please make sure to load all the necessary extensions and jars with type '__probe__'"
                            + " on 'druid/coordinator' service. Could not resolve type id '__probe__' as a subtype of"
                            + " `org.apache.druid.X` known type ids = [" + known + "] (for POJO property 'x')\\n at"
                            + " [Source: (HttpInput); line: 1, column: 9]\"}");
        });

        Capabilities capabilities = time.finish(cluster.capabilities());

        assertThat(capabilities.tasks()).containsExactlyInAnyOrder("compact", "index_parallel");
        assertThat(capabilities.supervisors()).containsExactlyInAnyOrder("NoopSupervisorSpec", "autocompact", "kafka");
        assertThat(capabilities.samplers()).containsExactlyInAnyOrder("index", "kafka");
        assertThat(capabilities.inputSources()).containsExactlyInAnyOrder("http", "inline");
        assertThat(capabilities.inputFormats()).containsExactlyInAnyOrder("csv", "json");
        assertThat(capabilities.metrics()).containsExactlyInAnyOrder("HLLSketch", "long", "count");
        assertThat(capabilities.supports("kafka")).isTrue();
        assertThat(capabilities.supports("kinesis")).isFalse();
        assertThat(capabilities)
                .hasToString("Capabilities{tasks=[compact, index_parallel], supervisors=[NoopSupervisorSpec,"
                        + " autocompact, kafka], samplers=[index, kafka], inputSources=[http, inline],"
                        + " inputFormats=[csv, json], metrics=[HLLSketch, count, long]}");
    }

    @Test
    void aRefusalThatListsNothingIsAFailure() {
        server.answers(status(400, "{\"error\":\"no\"}"));

        assertThat(time.failure(cluster.capabilities()))
                .isInstanceOf(DruidTransportException.class)
                .hasMessageContaining("does not list the types");
    }

    @Test
    void workersAreReadAndOneThatIsDisabledHasNoVersion() {
        server.answers(json("[{\"worker\":{\"scheme\":\"http\",\"host\":\"127.0.0.1:8091\",\"ip\":\"localhost\","
                + "\"capacity\":6,\"version\":\"0\",\"category\":\"_default_worker_category\"},\"currCapacityUsed\":2,"
                + "\"currParallelIndexCapacityUsed\":0,\"availabilityGroups\":[],\"runningTasks\":[\"t1\",\"t2\"],"
                + "\"lastCompletedTaskTime\":\"2026-11-20T13:56:09.139Z\"},"
                + "{\"worker\":{\"host\":\"h\",\"version\":\"\"},\"blacklistedUntil\":\"2026-11-20T14:00:00.000Z\"}]"));

        List<Worker> workers = time.finish(cluster.workers());

        Worker first = workers.get(0);
        assertThat(first.host()).isEqualTo("127.0.0.1:8091");
        assertThat(first.isEnabled()).isTrue();
        assertThat(first.capacity()).isEqualTo(6);
        assertThat(first.capacityUsed()).isEqualTo(2);
        assertThat(first.category()).isEqualTo("_default_worker_category");
        assertThat(first.runningTasks()).containsExactly("t1", "t2");
        assertThat(first.lastCompletedTaskTime()).isEqualTo(Instant.parse("2026-11-20T13:56:09.139Z"));
        assertThat(first.blacklistedUntil()).isNull();
        assertThat(workers.get(1).isEnabled()).isFalse();
        assertThat(workers.get(1).blacklistedUntil()).isEqualTo(Instant.parse("2026-11-20T14:00:00Z"));
    }

    @Test
    void anOverlordThatRunsTasksItselfIsAskedForWorkersOnce() {
        server.answers(status(500, "{\"error\":\"Task Runner does not support worker listing\"}"));

        assertThat(time.failure(cluster.workers())).isInstanceOf(DruidHttpException.class);
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void aWorkerThatIsNotThereIsNotAskedForTwice() {
        server.answers(status(500, "{\"error\":\"Worker on host 127.0.0.1:1 does not exists\"}"));

        assertThat(time.failure(cluster.disableWorker("127.0.0.1:1")))
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("does not exists");
        assertThat(targets()).containsExactly("POST /druid/indexer/v1/worker/127.0.0.1%3A1/disable");
    }

    @Test
    void capacityThatDruidDoesNotKnowIsEmpty() {
        server.answers(
                json("{\"currentClusterCapacity\":6,\"maximumCapacityWithAutoScale\":-1,\"usedClusterCapacity\":0}"));

        WorkerCapacity capacity = time.finish(cluster.workerCapacity());

        assertThat(capacity.current()).hasValue(6);
        assertThat(capacity.maximumWithAutoScale()).isEmpty();
        assertThat(capacity.used()).hasValue(0);
    }

    @Test
    void theConfigOfWorkersMayBeUnset() {
        server.answers(status(200), json("{\"type\":\"default\",\"selectStrategy\":{\"type\":\"fillCapacity\"}}"));

        assertThat(time.finish(cluster.workerConfig())).isEmpty();
        assertThat(time.finish(cluster.workerConfig()))
                .hasValueSatisfying(
                        config -> assertThat(config.selectStrategy()).isEqualTo("fillCapacity"));
    }

    @Test
    void withoutAnAutoscalerNothingScales() {
        server.answers(
                status(200),
                json("[{\"data\":[\"w\"],\"timestamp\":\"2026-11-20T13:56:09.139Z\",\"event\":\"PROVISION\"}]"));

        assertThat(time.finish(cluster.scaling())).isEmpty();
        assertThat(time.finish(cluster.scaling())).singleElement().satisfies(event -> {
            assertThat(event.event()).isEqualTo("PROVISION");
            assertThat(event.timestamp()).isEqualTo("2026-11-20T13:56:09.139Z");
        });
    }

    @Test
    void theCoordinatorsConfigIsTyped() {
        server.answers(json("{\"millisToWaitBeforeDeleting\":900000,\"maxSegmentsToMove\":100,\"replicantLifetime\":15,"
                + "\"replicationThrottleLimit\":500,\"killDataSourceWhitelist\":[\"a\"],\"killTaskSlotRatio\":0.1,"
                + "\"maxKillTaskSlots\":2147483647,\"maxSegmentsInNodeLoadingQueue\":400,\"decommissioningNodes\":[\"h:1\"],"
                + "\"pauseCoordination\":false,\"replicateAfterLoadTimeout\":false,\"smartSegmentLoading\":true}"));

        CoordinatorConfig config = time.finish(cluster.coordinatorConfig());

        assertThat(config.millisToWaitBeforeDeleting()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.maxSegmentsToMove()).isEqualTo(100);
        assertThat(config.replicationThrottleLimit()).isEqualTo(500);
        assertThat(config.killDataSourceWhitelist()).containsExactly("a");
        assertThat(config.killTaskSlotRatio()).isEqualTo(0.1);
        assertThat(config.maxKillTaskSlots()).isEqualTo(Integer.MAX_VALUE);
        assertThat(config.maxSegmentsInNodeLoadingQueue()).isEqualTo(400);
        assertThat(config.decommissioningNodes()).containsExactly("h:1");
        assertThat(config.pauseCoordination()).isFalse();
        assertThat(config.replicateAfterLoadTimeout()).isFalse();
        assertThat(config.smartSegmentLoading()).isTrue();
    }

    @Test
    void onlyWhatIsSetOfTheCoordinatorsConfigIsSent() {
        server.answers(status(200));
        time.finish(cluster.coordinatorConfig(c -> c.pauseCoordination(true)
                .smartSegmentLoading(false)
                .maxSegmentsToMove(1)
                .maxSegmentsInNodeLoadingQueue(2)
                .replicationThrottleLimit(3)
                .replicateAfterLoadTimeout(true)
                .millisToWaitBeforeDeleting(Duration.ofSeconds(4))
                .killDataSourceWhitelist(List.of("a"))
                .killTaskSlotRatio(0.5)
                .maxKillTaskSlots(6)
                .decommissioningNodes(List.of("h:1"))
                .property("balancerComputeThreads", 7)));

        assertThat(TestServer.body(server.requests().get(0)))
                .isEqualTo("{\"balancerComputeThreads\":7,\"decommissioningNodes\":[\"h:1\"],"
                        + "\"killDataSourceWhitelist\":[\"a\"],\"killTaskSlotRatio\":0.5,\"maxKillTaskSlots\":6,"
                        + "\"maxSegmentsInNodeLoadingQueue\":2,\"maxSegmentsToMove\":1,"
                        + "\"millisToWaitBeforeDeleting\":4000,\"pauseCoordination\":true,"
                        + "\"replicateAfterLoadTimeout\":true,\"replicationThrottleLimit\":3,"
                        + "\"smartSegmentLoading\":false}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cluster.coordinatorConfig(c -> c))
                .withMessageContaining("sets nothing");
    }

    @Test
    void aHistoryTellsWhoChangedWhatAndWhen() {
        server.answers(
                json("[{\"key\":\"coordinator.config\",\"type\":\"coordinator.config\",\"auditInfo\":{\"author\":"
                        + "\"ops\",\"identity\":\"allowAll\",\"comment\":\"why\",\"ip\":\"127.0.0.1\"},\"request\":null,"
                        + "\"payload\":\"{\\\"maxSegmentsToMove\\\":7}\",\"auditTime\":\"2026-11-21T15:47:39.733Z\"},"
                        + "{\"auditTime\":\"then\",\"payload\":\"{\"}]"));

        List<AuditEntry> history = time.finish(cluster.coordinatorConfigHistory(2));
        time.finish(cluster.workerConfigHistory(Interval.of("2026-01-01/2026-02-01")));

        AuditEntry entry = history.get(0);
        assertThat(entry.key()).isEqualTo("coordinator.config");
        assertThat(entry.type()).isEqualTo("coordinator.config");
        assertThat(entry.author()).isEqualTo("ops");
        assertThat(entry.comment()).isEqualTo("why");
        assertThat(entry.identity()).isEqualTo("allowAll");
        assertThat(entry.auditTime()).isEqualTo(Instant.parse("2026-11-21T15:47:39.733Z"));
        assertThat(entry.payload().path("maxSegmentsToMove").asInt()).isEqualTo(7);
        assertThat(history.get(1).author()).isEmpty();
        assertThat(history.get(1).identity()).isNull();
        assertThat(history.get(1).auditTime()).isNull();
        assertThat(history.get(1).payload().asText()).isEqualTo("{");
        assertThat(targets())
                .containsExactly(
                        "GET /druid/coordinator/v1/config/history?count=2",
                        "GET /druid/indexer/v1/worker/history?interval=2026-01-01%2F2026-02-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cluster.workerConfigHistory(0))
                .withMessage("count must be positive, not 0");
    }

    private List<String> targets() {
        return server.requests().stream()
                .map(r -> r.getMethod() + " " + r.getTarget())
                .collect(java.util.stream.Collectors.toList());
    }
}
