package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.fake.http.Request;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The compaction configs. They are kept and told; nothing is compacted but by tasks that a test submits. */
final class CompactionState {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

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
    private final AuditLog audit;
    private final Map<String, ObjectNode> configs = new TreeMap<>();
    private ObjectNode cluster;

    CompactionState(World world, SegmentState segments) {
        this.world = world;
        this.segments = segments;
        this.audit = new AuditLog(world);
        this.cluster = clusterDefaults();
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
    }

    /** Sets what is said of these two. */
    void taskSlots(@Nullable String ratio, @Nullable String max) {
        if (ratio != null) {
            cluster.put("compactionTaskSlotRatio", Double.parseDouble(ratio));
        }
        if (max != null) {
            cluster.put("maxCompactionTaskSlots", Integer.parseInt(max));
        }
    }

    List<ObjectNode> configs() {
        return List.copyOf(configs.values());
    }

    @Nullable ObjectNode config(String dataSource) {
        return configs.get(dataSource);
    }

    /** Keeps what a request holds; what it does not say gets the default. */
    void set(String dataSource, Request request) {
        ObjectNode defaults = JSON.objectNode()
                .put("type", "inline")
                .put("dataSource", dataSource)
                .put("taskPriority", 25)
                .put("inputSegmentSizeBytes", 100_000_000_000_000L)
                .putNull("maxRowsPerSegment")
                .put("skipOffsetFromLatest", "P1D");
        UNSAID.forEach(defaults::putNull);
        ObjectNode config = filled(defaults, request.json());
        if (!config.equals(configs.put(dataSource, config))) {
            note(dataSource, request, config);
        }
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
        boolean there = configs.remove(dataSource) != null;
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
        boolean configured = configs.containsKey(dataSource);
        List<FakeSegment> waiting = configured ? segments.visible(dataSource) : List.of();
        if (!usesSupervisors() && waiting.isEmpty()) {
            return null;
        }
        return JSON.objectNode()
                .put("dataSource", dataSource)
                .put("scheduleStatus", configured ? "RUNNING" : "NOT_ENABLED")
                .putNull("message")
                .put(
                        "bytesAwaitingCompaction",
                        waiting.stream().mapToLong(FakeSegment::size).sum())
                .put("bytesCompacted", 0)
                .put("bytesSkipped", 0)
                .put("segmentCountAwaitingCompaction", waiting.size())
                .put("segmentCountCompacted", 0)
                .put("segmentCountSkipped", 0)
                .put(
                        "intervalCountAwaitingCompaction",
                        waiting.stream().map(FakeSegment::interval).distinct().count())
                .put("intervalCountCompacted", 0)
                .put("intervalCountSkipped", 0);
    }
}
