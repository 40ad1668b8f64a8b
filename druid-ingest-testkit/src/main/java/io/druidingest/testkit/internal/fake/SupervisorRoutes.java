package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.spec.Supervisor;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Handler;
import io.druidingest.testkit.internal.fake.http.Keys;
import io.druidingest.testkit.internal.fake.http.Refusal;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.Route;
import io.druidingest.testkit.internal.fake.http.Stranger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Supervisors: sent, asked after, changed, ended; one by one and all at once. */
final class SupervisorRoutes implements Area {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ALL = "/druid/indexer/v1/supervisor";
    private static final String ONE = ALL + "/{id}";
    private static final int SINCE_OWN_ID = FakeSupervisor.SINCE_OWN_ID;

    /** With what Druid tells besides: the parts beside the spec, as long ago, and what other streams call some of them. */
    static final Keys SPEC = SpecKeys.of(
            Supervisor.class,
            "dataSchema",
            "tuningConfig",
            "ioConfig",
            "spec.ioConfig.stream",
            "spec.ioConfig.idleConfig",
            "spec.ioConfig.useEarliestSequenceNumber",
            "spec.tuningConfig.skipSequenceNumberAvailabilityCheck",
            "spec.tuningConfig.repartitionTransitionDuration");

    private static final Keys OFFSETS = Keys.of("type", "partitions")
            .with(
                    "partitions",
                    Keys.of(
                            "type",
                            "stream",
                            "topic",
                            "partitionOffsetMap",
                            "partitionSequenceNumberMap",
                            "exclusivePartitions"));

    private final World world;
    private final SupervisorState supervisors;

    SupervisorRoutes(World world, SupervisorState supervisors) {
        this.world = world;
        this.supervisors = supervisors;
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(reads());
        Route submit =
                Route.post(ALL, this::submit).query("skipRestartIfUnmodified").json();
        routes.add(submit.keys(SupervisorRoutes::strangersBeforeOwnId).before(SINCE_OWN_ID));
        routes.add(submit.keys(SPEC).since(SINCE_OWN_ID));
        routes.add(Route.post(ONE + "/suspend", request -> suspend(request, true)));
        routes.add(Route.post(ONE + "/resume", request -> suspend(request, false)));
        routes.add(Route.post(ONE + "/terminate", ordered(supervisors::terminate)));
        routes.add(Route.post(ONE + "/shutdown", ordered(supervisors::terminate)));
        routes.add(Route.post(ONE + "/reset", this::reset));
        routes.add(Route.post(ONE + "/resetOffsets", this::resetOffsets).json().keys(OFFSETS));
        routes.add(Route.post(ONE + "/taskGroups/handoff", this::handOff).json().keys("taskGroupIds"));
        routes.add(Route.post(ALL + "/suspendAll", toAll(one -> {
            if (!one.spec().isSuspended()) {
                supervisors.suspend(one, true);
            }
        })));
        routes.add(Route.post(ALL + "/resumeAll", toAll(one -> {
            if (one.spec().isSuspended()) {
                supervisors.suspend(one, false);
            }
        })));
        routes.add(Route.post(ALL + "/terminateAll", toAll(supervisors::terminate)));
        return routes;
    }

    /** An older Druid calls the supervisor of a stream by its datasource, whatever it is sent. */
    private static List<Stranger> strangersBeforeOwnId(JsonNode body) {
        List<Stranger> strangers = new ArrayList<>(SPEC.strangers(body));
        boolean readsStream = !body.path("type").asText().equals(ScheduledSupervisor.TYPE);
        if (readsStream && body.has("id")) {
            strangers.add(Stranger.key("id", "Druid has had it since version " + SINCE_OWN_ID));
        }
        return strangers;
    }

    private List<Route> reads() {
        return List.of(
                Route.get(ALL, this::list).query("full", "state", "system"),
                Route.get(ALL + "/history", request -> histories()),
                Route.get(ONE, told(one -> one.spec().json())),
                Route.get(ONE + "/status", told(FakeSupervisor::status)),
                Route.get(ONE + "/health", this::health),
                Route.get(ONE + "/stats", told(FakeSupervisor::stats)),
                Route.get(ONE + "/parseErrors", told(one -> JSON.arrayNode())),
                Route.get(ONE + "/history", this::history).query("count"));
    }

    private Reply submit(Request request) {
        JsonNode sent = request.json();
        if (!sent.isObject()) {
            return Errors.page(request, 500, "java.lang.NullPointerException");
        }
        Family.SUPERVISOR.check(sent, world);
        SupervisorSpec spec = supervisors.spec(request);
        FakeSupervisor old = supervisors.find(spec.id());
        if (old != null
                && world.version() >= SINCE_OWN_ID
                && !old.spec().source().equals(spec.source())) {
            return Errors.page(
                    request,
                    500,
                    "Update of the input source stream from [" + old.spec().source() + "] to [" + spec.source()
                            + "] is not supported for a running supervisor.");
        }
        boolean same = old != null && old.spec().equals(spec);
        if (!same || !request.isTrue("skipRestartIfUnmodified")) {
            supervisors.start(spec);
        }
        return Reply.json(JSON.objectNode().put("id", spec.id()));
    }

    private Reply list(Request request) {
        boolean full = request.query("full") != null;
        boolean system = request.query("system") != null;
        ArrayNode list = JSON.arrayNode();
        for (FakeSupervisor one : supervisors.all()) {
            if (!full && !system && !request.isTrue("state")) {
                list.add(one.spec().id());
                continue;
            }
            ObjectNode summary = one.summary();
            ObjectNode spec = one.spec().json();
            if (full) {
                summary.set("spec", spec);
            } else if (system) {
                summary.put("specString", spec.toString())
                        .put("type", one.spec().type())
                        .put("source", one.spec().source());
            }
            // only a list for the system tables tells the truth about it
            list.add(summary.put("suspended", system && one.spec().isSuspended()));
        }
        return Reply.json(list);
    }

    private Reply health(Request request) {
        FakeSupervisor supervisor = one(request);
        if (!(supervisor instanceof StreamSupervisor)) {
            return Errors.error(404, "[" + supervisor.spec().id() + "] does not exist or health check not implemented");
        }
        boolean healthy = supervisor.isHealthy();
        return Reply.json(healthy ? 200 : 503, JSON.objectNode().put("healthy", healthy));
    }

    private Reply histories() {
        ObjectNode histories = JSON.objectNode();
        supervisors.histories().forEach(histories::set);
        return Reply.json(histories);
    }

    private Reply history(Request request) {
        String id = request.variable("id");
        Integer asked = request.number("count");
        int count = asked == null || world.version() < 37 ? Integer.MAX_VALUE : asked; // an older one takes no notice
        if (count <= 0) {
            return Errors.error(400, "Count must be greater than zero if set (count was " + count + ")");
        }
        ArrayNode history = supervisors.histories().get(id);
        if (history == null) {
            return Errors.error(404, "No history for [" + id + "].");
        }
        ArrayNode latest = JSON.arrayNode();
        for (int i = 0; i < Math.min(count, history.size()); i++) {
            latest.add(history.get(i));
        }
        return Reply.json(latest);
    }

    private Reply suspend(Request request, boolean suspended) {
        FakeSupervisor supervisor = one(request);
        if (supervisor.spec().isSuspended() == suspended) {
            return Errors.error(
                    400, "[" + supervisor.spec().id() + "] is already " + (suspended ? "suspended" : "running"));
        }
        return Reply.json(supervisors.suspend(supervisor, suspended).json());
    }

    private Reply reset(Request request) {
        StreamSupervisor supervisor = reader(request, "reset");
        supervisor.reset();
        return Reply.json(about(supervisor));
    }

    private Reply resetOffsets(Request request) {
        JsonNode metadata = request.json();
        FakeSupervisor unchecked = one(request);
        Family.METADATA.check(metadata, world);
        StreamSupervisor supervisor = reader(request, "reset");
        JsonNode partitions = metadata.path("partitions");
        if (!metadata.path("type").asText().equals(unchecked.spec().type())
                || !partitions.path("type").asText().equals("end")
                || !partitions.path("stream").asText().equals(supervisor.spec().source())) {
            return Errors.page(request, 500, "org.apache.druid.error.DruidException");
        }
        Map<String, Long> to = new LinkedHashMap<>();
        partitions
                .path("partitionOffsetMap")
                .properties()
                .forEach(e -> to.put(e.getKey(), e.getValue().asLong()));
        supervisor.reset(to);
        return Reply.json(about(supervisor));
    }

    private Reply handOff(Request request) {
        FakeSupervisor unused = one(request);
        List<Integer> groups = new ArrayList<>();
        request.json().path("taskGroupIds").forEach(group -> groups.add(group.asInt()));
        if (groups.isEmpty()) {
            return Errors.error(400, "List of task groups to handoff can't be empty");
        }
        reader(request, "handoff").handOff(groups);
        return world.version() < 37 ? Reply.of(200, "application/json", "") : Reply.empty(202);
    }

    /** One that reads a stream; of others there are operations that Druid does not support. */
    private StreamSupervisor reader(Request request, String operation) {
        FakeSupervisor supervisor = one(request);
        if (!(supervisor instanceof StreamSupervisor)) {
            throw new Refusal(Errors.page(
                    request,
                    500,
                    "org.apache.druid.error.DruidException: Operation[" + operation
                            + "] is not supported by supervisor["
                            + supervisor.spec().id() + "] of type["
                            + supervisor.spec().type() + "]."));
        }
        return (StreamSupervisor) supervisor;
    }

    private Handler told(Function<FakeSupervisor, JsonNode> what) {
        return request -> Reply.json(what.apply(one(request)));
    }

    private Handler ordered(Consumer<FakeSupervisor> what) {
        return request -> {
            FakeSupervisor supervisor = one(request);
            what.accept(supervisor);
            return Reply.json(about(supervisor));
        };
    }

    private Handler toAll(Consumer<FakeSupervisor> what) {
        return request -> {
            supervisors.all().forEach(what);
            return Reply.json(JSON.objectNode().put("status", "success"));
        };
    }

    private static ObjectNode about(FakeSupervisor supervisor) {
        return JSON.objectNode().put("id", supervisor.spec().id());
    }

    private FakeSupervisor one(Request request) {
        String id = request.variable("id");
        FakeSupervisor supervisor = supervisors.find(id);
        if (supervisor == null) {
            throw new Refusal(Errors.plain(404, "Cannot find any supervisor with id: [" + id + "]"));
        }
        return supervisor;
    }
}
