package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Refusal;
import io.druidingest.testkit.internal.fake.http.Request;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The compaction configs: kept as such, or, where supervisors are to compact, as the specs of these. */
final class CompactionState {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final String SUPERVISOR = "autocompact";
    private static final String INVALID = "Invalid compaction supervisor spec: ";

    /** What a config has that says nothing, in Druid's order. */
    private static final List<String> UNSAID = List.of(
            "tuningConfig",
            "granularitySpec",
            "dimensionsSpec",
            "metricsSpec",
            "transformSpec",
            "projections",
            "ioConfig",
            "engine",
            "taskContext");

    private final World world;
    private final SegmentState segments;
    private final SupervisorState supervisors;
    private final AuditLog audit;
    private final Map<String, ObjectNode> configs = new TreeMap<>();
    private ObjectNode cluster;
    private Runnable changed = () -> {};

    CompactionState(World world, SegmentState segments, SupervisorState supervisors) {
        this.world = world;
        this.segments = segments;
        this.supervisors = supervisors;
        this.audit = new AuditLog(world);
        this.cluster = clusterDefaults();
        supervisors.kind(SUPERVISOR, this::spec, spec -> new CompactionSupervisor(world, spec, this));
    }

    /** Has something happen whenever more may have to be compacted than before. */
    void onChange(Runnable what) {
        changed = what;
    }

    /** Some of it has changed. */
    void changed() {
        changed.run();
    }

    /** The configs by which datasources are compacted. */
    List<ObjectNode> active() {
        return usesSupervisors()
                ? supervisors.all().stream()
                        .filter(one -> one instanceof CompactionSupervisor
                                && one.state().equals("RUNNING"))
                        .map(CompactionState::config)
                        .collect(Collectors.toList())
                : List.copyOf(configs.values());
    }

    /** Of that many slots for tasks, as many as tasks that compact may take. */
    long slots(int all) {
        return Math.min(
                Math.max(
                        1, (long) (all * cluster.path("compactionTaskSlotRatio").asDouble())),
                cluster.path("maxCompactionTaskSlots").asLong());
    }

    /** Reads the spec of a supervisor. */
    private SupervisorSpec spec(Request request) {
        JsonNode sent = request.json();
        JsonNode config = sent.path("spec");
        if (!config.isObject()) {
            throw new Refusal(Errors.page(request, 500, "java.lang.NullPointerException"));
        }
        if (!config.path("dataSource").isTextual()) {
            throw new Refusal(Errors.error(
                    400,
                    "Cannot construct instance of `org.apache.druid.server.coordinator."
                            + "InlineSchemaDataSourceCompactionConfig`, problem: dataSource"));
        }
        String problem = problem(config);
        if (problem != null && world.version() >= 37) {
            throw new Refusal(Errors.error(400, INVALID + problem));
        }
        return spec(config, sent.path("suspended").asBoolean());
    }

    private SupervisorSpec spec(JsonNode config, boolean suspended) {
        String dataSource = config.path("dataSource").asText();
        ObjectNode json = JSON.objectNode().put("type", SUPERVISOR);
        json.set("spec", whole(config));
        return new SupervisorSpec(idOf(dataSource), dataSource, "", json.put("suspended", suspended));
    }

    private static String idOf(String dataSource) {
        return SUPERVISOR + "__" + dataSource;
    }

    /** Why Druid cannot do what a config asks for; null if it can. Of the reasons it has, the one that is met most. */
    @Nullable String problem(JsonNode config) {
        String engine = config.path("engine").asText(cluster.path("engine").asText());
        String partitions = config.at("/tuningConfig/partitionsSpec/type").asText("dynamic");
        return engine.equals("msq") && partitions.equals("hashed")
                ? "MSQ: Invalid partitioning type[HashedPartitionsSpec]. Must be either 'dynamic' or 'range'"
                : null;
    }

    private ObjectNode clusterDefaults() {
        ObjectNode defaults =
                JSON.objectNode().put("compactionTaskSlotRatio", 0.1).put("maxCompactionTaskSlots", Integer.MAX_VALUE);
        defaults.putObject("compactionPolicy").put("type", "newestSegmentFirst").putNull("priorityDatasource");
        return defaults.put("useSupervisors", usesSupervisorsByDefault()).put("engine", "native");
    }

    /** Whether supervisors compact unless it is said otherwise. */
    boolean usesSupervisorsByDefault() {
        return world.version() >= 37;
    }

    boolean usesSupervisors() {
        return cluster.path("useSupervisors").asBoolean();
    }

    /** The config of the cluster; a copy. */
    ObjectNode cluster() {
        return cluster.deepCopy();
    }

    /** Replaces it all: what is not said gets the default. */
    void setCluster(JsonNode wanted) {
        cluster = filled(clusterDefaults(), wanted);
        changed();
    }

    /** Sets what is said of these two. */
    void taskSlots(@Nullable String ratio, @Nullable String max) {
        if (ratio != null) {
            cluster.put("compactionTaskSlotRatio", Double.parseDouble(ratio));
        }
        if (max != null) {
            cluster.put("maxCompactionTaskSlots", Integer.parseInt(max));
        }
        changed();
    }

    List<ObjectNode> configs() {
        return usesSupervisors()
                ? supervisors.all().stream()
                        .filter(one -> one instanceof CompactionSupervisor)
                        .map(CompactionState::config)
                        .collect(Collectors.toList())
                : List.copyOf(configs.values());
    }

    @Nullable ObjectNode config(String dataSource) {
        FakeSupervisor supervisor = supervisors.find(idOf(dataSource));
        return !usesSupervisors() ? configs.get(dataSource) : supervisor == null ? null : config(supervisor);
    }

    private static ObjectNode config(FakeSupervisor supervisor) {
        return (ObjectNode) supervisor.spec().json().path("spec");
    }

    /** Keeps what a request holds; what it does not say gets the default. */
    void set(String dataSource, Request request) {
        ObjectNode config = whole(request.json());
        String problem = usesSupervisors() && world.version() >= 37 ? problem(config) : null;
        if (problem != null) {
            throw new Refusal(Errors.invalidInput(INVALID + problem));
        }
        if (config.equals(config(dataSource))) {
            return;
        }
        if (usesSupervisors()) {
            supervisors.start(spec(config, false));
        } else {
            configs.put(dataSource, config);
            changed();
        }
        note(dataSource, request, config);
    }

    /** A config with what it does not say. */
    private static ObjectNode whole(JsonNode said) {
        ObjectNode defaults = JSON.objectNode()
                .put("type", "inline")
                .putNull("dataSource")
                .put("taskPriority", 25)
                .put("inputSegmentSizeBytes", 100_000_000_000_000L)
                .putNull("maxRowsPerSegment")
                .put("skipOffsetFromLatest", "P1D");
        UNSAID.forEach(defaults::putNull);
        return filled(defaults, said);
    }

    private static ObjectNode filled(ObjectNode defaults, JsonNode said) {
        said.properties().forEach(e -> {
            if (!e.getValue().isNull()) {
                defaults.set(e.getKey(), e.getValue());
            }
        });
        return defaults;
    }

    /** False if there is none. */
    boolean delete(String dataSource, Request request) {
        FakeSupervisor supervisor = usesSupervisors() ? supervisors.find(idOf(dataSource)) : null;
        if (supervisor != null) {
            supervisors.terminate(supervisor);
        }
        boolean there = supervisor != null || (!usesSupervisors() && configs.remove(dataSource) != null);
        if (there) {
            note(dataSource, request, JSON.nullNode());
        }
        return there;
    }

    private void note(String dataSource, Request request, JsonNode config) {
        ObjectNode change = JSON.objectNode();
        change.set("globalConfig", cluster());
        change.set("compactionConfig", config);
        audit.add(dataSource, request, change);
    }

    /** The changes that a request asks for. */
    ArrayNode history(String dataSource, Request request) {
        ArrayNode entries = JSON.arrayNode();
        for (AuditLog.Entry entry : audit.asked(request, e -> e.key.equals(dataSource))) {
            ObjectNode json = entry.payload.deepCopy();
            json.set("auditInfo", entry.info);
            entries.add(json.put("auditTime", FakeSegment.written(entry.at)));
        }
        return entries;
    }

    /** How far compaction is; null for a datasource that Druid knows nothing of. */
    @Nullable ObjectNode snapshot(String dataSource) {
        FakeSupervisor supervisor = supervisors.find(idOf(dataSource));
        if (usesSupervisors()) {
            return supervisor == null ? none(dataSource, "NOT_ENABLED") : snapshot(supervisor.spec());
        }
        ObjectNode config = configs.get(dataSource);
        List<FakeSegment> visible = segments.visible(dataSource);
        return config == null || visible.isEmpty()
                ? null
                : Backlog.of(config, visible).snapshot(dataSource, "RUNNING");
    }

    /** How far a supervisor is. */
    ObjectNode snapshot(SupervisorSpec spec) {
        String dataSource = spec.dataSource();
        if (!usesSupervisors() || spec.isSuspended()) {
            return none(dataSource, "NOT_ENABLED");
        }
        ObjectNode config = (ObjectNode) spec.json().path("spec");
        String problem = problem(config);
        if (problem != null) {
            return none(dataSource, "RUNNING")
                    .put("message", "Compaction supervisor spec is invalid. Reason[" + problem + "].");
        }
        List<FakeSegment> visible = segments.visible(dataSource);
        return Backlog.of(config, visible).snapshot(dataSource, visible.isEmpty() ? "AWAITING_FIRST_RUN" : "RUNNING");
    }

    private static ObjectNode none(String dataSource, String status) {
        return Backlog.of(JSON.objectNode(), List.of()).snapshot(dataSource, status);
    }
}
