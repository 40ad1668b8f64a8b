package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.coordinator.ClusterCompactionConfig;
import io.druidingest.coordinator.CompactionConfig;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Keys;
import io.druidingest.testkit.internal.fake.http.Refusal;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.Route;
import java.util.List;

/** Compaction, as the Overlord tells of it, and as the Coordinator does, of the same configs. */
final class CompactionRoutes implements Area {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String OVERLORD = "/druid/indexer/v1/compaction/";
    private static final String CONFIG = OVERLORD + "config/datasources";
    private static final String COORDINATOR = "/druid/coordinator/v1/";
    private static final String OLD = COORDINATOR + "config/compaction";

    private static final Keys KEYS = SpecKeys.of(CompactionConfig.class);
    private static final Keys CLUSTER = SpecKeys.of(ClusterCompactionConfig.class);

    private final CompactionState state;

    CompactionRoutes(CompactionState state) {
        this.state = state;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(OVERLORD + "isSupervisorEnabled", r -> Reply.json(JSON.booleanNode(state.usesSupervisors()))),
                Route.get(OVERLORD + "config/cluster", r -> Reply.json(state.cluster())),
                Route.post(OVERLORD + "config/cluster", this::setCluster)
                        .keys(CLUSTER)
                        .json(),
                Route.get(CONFIG, r -> Reply.json(configs(JSON.objectNode()))),
                Route.get(CONFIG + "/{datasource}", this::config),
                Route.post(CONFIG + "/{datasource}", this::set).keys(KEYS).json(),
                Route.delete(CONFIG + "/{datasource}", this::delete),
                Route.get(CONFIG + "/{datasource}/history", r -> {
                            ObjectNode answer = JSON.objectNode();
                            answer.set("entries", state.history(r.variable("datasource"), r));
                            return Reply.json(answer);
                        })
                        .query("interval", "count"),
                Route.get(OVERLORD + "status/datasources", r -> Reply.json(statuses())),
                Route.get(OVERLORD + "status/datasources/{datasource}", this::status),
                Route.post(OVERLORD + "simulate", this::simulate).keys(CLUSTER).json(),
                Route.get(OLD, r -> Reply.json(configs(state.cluster()))),
                Route.post(OLD, this::setOld).keys(KEYS).json(),
                Route.post(OLD + "/taskslots", this::taskSlots).query("ratio", "max"),
                Route.get(OLD + "/{datasource}", this::config),
                Route.delete(OLD + "/{datasource}", this::delete),
                Route.get(OLD + "/{datasource}/history", r -> Reply.json(state.history(r.variable("datasource"), r)))
                        .query("interval", "count"),
                Route.get(COORDINATOR + "compaction/status", this::oldStatus).query("dataSource"),
                Route.get(COORDINATOR + "compaction/progress", this::progress).query("dataSource"));
    }

    private static Reply success() {
        return Reply.json(JSON.objectNode().put("success", true));
    }

    private ObjectNode configs(ObjectNode into) {
        into.set("compactionConfigs", JSON.arrayNode().addAll(state.configs()));
        return into;
    }

    private Reply setCluster(Request request) {
        JsonNode wanted = request.json();
        checkEngine(wanted, wanted.path("useSupervisors").asBoolean(state.usesSupervisorsByDefault()));
        state.setCluster(wanted);
        return success();
    }

    private static void checkEngine(JsonNode cluster, boolean supervisors) {
        if (cluster.path("engine").asText().equals("msq") && !supervisors) {
            throw new Refusal(Errors.error(400, "MSQ Compaction engine can be used only with compaction supervisors."));
        }
    }

    private Reply config(Request request) {
        ObjectNode config = state.config(request.variable("datasource"));
        return config == null ? none() : Reply.json(config);
    }

    private static Reply none() {
        return Errors.notFound("Datasource compaction config does not exist");
    }

    private Reply set(Request request) {
        String said = request.json().path("dataSource").asText();
        String dataSource = request.variable("datasource");
        if (!said.equals(dataSource)) {
            return Errors.invalidInput(
                    "DataSource in spec[" + said + "] does not match DataSource in path[" + dataSource + "]");
        }
        state.set(dataSource, request);
        return success();
    }

    private Reply setOld(Request request) {
        if (request.json().path("engine").asText().equals("msq")) {
            return Errors.invalidInput(
                    "MSQ engine is supported only with supervisor-based compaction on the Overlord.");
        }
        state.set(request.json().path("dataSource").asText(), request);
        return success();
    }

    private Reply delete(Request request) {
        return state.delete(request.variable("datasource"), request) ? success() : none();
    }

    private Reply taskSlots(Request request) {
        state.taskSlots(request.query("ratio"), request.query("max"));
        return success();
    }

    private ObjectNode statuses() {
        ObjectNode answer = JSON.objectNode();
        ArrayNode list = answer.putArray("latestStatus");
        state.configs().forEach(config -> {
            ObjectNode snapshot = state.snapshot(config.path("dataSource").asText());
            if (snapshot != null) {
                list.add(snapshot);
            }
        });
        return answer;
    }

    private Reply status(Request request) {
        ObjectNode snapshot = state.snapshot(request.variable("datasource"));
        return snapshot == null ? Errors.notFound("Unknown DataSource") : Reply.json(snapshot);
    }

    private Reply oldStatus(Request request) {
        String dataSource = request.query("dataSource");
        if (dataSource == null) {
            return Reply.json(statuses());
        }
        ObjectNode snapshot = state.snapshot(dataSource);
        if (snapshot == null) {
            return Errors.notFound("Unknown DataSource");
        }
        ObjectNode answer = JSON.objectNode();
        answer.putArray("latestStatus").add(snapshot);
        return Reply.json(answer);
    }

    private Reply progress(Request request) {
        String dataSource = request.query("dataSource");
        if (dataSource == null) {
            return Errors.invalidInput("No DataSource specified");
        }
        ObjectNode snapshot = state.snapshot(dataSource);
        return snapshot == null
                ? Errors.notFound("Unknown DataSource")
                : Reply.json(JSON.objectNode()
                        .put(
                                "remainingSegmentSize",
                                snapshot.path("bytesAwaitingCompaction").asLong()));
    }

    /** Nothing is compacted here by itself, so a run has nothing to tell. */
    private Reply simulate(Request request) {
        ObjectNode answer = JSON.objectNode();
        answer.putObject("compactionStates");
        return Reply.json(answer);
    }
}
