package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.TaskPlan;
import io.druidingest.testkit.internal.fake.FakeSupervisor.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The supervisors, what they were before, the offsets that they have come to, and the tasks that they run. Each stream has
 * two partitions, and nothing in them.
 */
final class SupervisorState {

    static final int PARTITIONS = 2;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** So long a task takes to publish what it has read. */
    private static final Duration PUBLISHING = Duration.ofSeconds(1);

    private static final TaskPlan READS_ON = TaskPlan.DEFAULT.rows(0).neverEnds();

    private final World world;
    private final TaskState tasks;
    private final Map<String, FakeSupervisor> supervisors = new TreeMap<>();
    private final Map<String, ArrayNode> histories = new TreeMap<>();
    private final Map<String, Map<String, Long>> offsets = new HashMap<>();

    SupervisorState(World world, TaskState tasks) {
        this.world = world;
        this.tasks = tasks;
    }

    /** All that there are, by their ids. */
    Collection<FakeSupervisor> all() {
        return List.copyOf(supervisors.values());
    }

    @Nullable FakeSupervisor find(String id) {
        return supervisors.get(id);
    }

    /** All that they were, by their ids, the latest first; also of those that are gone. */
    Map<String, ArrayNode> histories() {
        return histories;
    }

    /** Starts one, in the place of the one of the same id, whose tasks stop reading. */
    void start(StreamSpec spec) {
        FakeSupervisor old = supervisors.get(spec.id());
        FakeSupervisor started = new FakeSupervisor(spec, world.version());
        if (old != null) {
            started.publish(publish(old, old.reading().values()));
        }
        if (old == null || !old.spec().equals(spec)) {
            remember(spec.id(), spec.json());
        }
        supervisors.put(spec.id(), started);
        world.tell(spec.id(), started.state());
        if (!spec.isSuspended()) {
            world.later(spec.startDelay(), () -> run(started));
        }
    }

    private void run(FakeSupervisor supervisor) {
        StreamSpec spec = supervisor.spec();
        if (supervisors.get(spec.id()) != supervisor) {
            return;
        }
        String before = supervisor.state();
        supervisor.run();
        for (Reading one : List.copyOf(supervisor.reading().values())) {
            if (one.hasEnded()) {
                supervisor.ended(one.hasFailed());
            } else if (one.isDue(world.now())) {
                supervisor.ended(false);
                supervisor.publish(publish(supervisor, List.of(one)));
            }
        }
        supervisor.sweep();
        for (int group = 0; group < Math.min(spec.taskCount(), PARTITIONS); group++) {
            if (!supervisor.reading().containsKey(group)) {
                supervisor.reading().put(group, begin(spec, group));
            }
        }
        if (!before.equals(supervisor.state())) {
            world.tell(spec.id(), supervisor.state());
        }
        world.later(spec.period(), () -> run(supervisor));
    }

    private Reading begin(StreamSpec spec, int group) {
        Map<String, Long> from = new TreeMap<>();
        for (int partition = group; partition < PARTITIONS; partition += spec.taskCount()) {
            String name = String.valueOf(partition);
            from.put(name, offsets.getOrDefault(spec.id(), Map.of()).getOrDefault(name, 0L));
        }
        List<FakeTask> started = new ArrayList<>();
        for (int replica = 0; replica < spec.replicas(); replica++) {
            ObjectNode payload = payload(spec, from);
            started.add(tasks.take(newTaskId(spec, payload), payload, READS_ON));
        }
        return new Reading(started, from, world.now(), spec.taskDuration());
    }

    private String newTaskId(StreamSpec spec, ObjectNode payload) {
        return String.format(
                Locale.ROOT,
                "index_kafka_%s_%015x_%s",
                spec.dataSource(),
                (payload.toString().hashCode() * 0x9E3779B97F4A7C15L) >>> 4,
                tasks.newSuffix());
    }

    private static ObjectNode payload(StreamSpec spec, Map<String, Long> from) {
        ObjectNode payload =
                JSON.objectNode().put("type", "index_kafka").put("groupId", "index_kafka_" + spec.dataSource());
        ObjectNode inner = payload.putObject("spec");
        ObjectNode whole = (ObjectNode) spec.json().path("spec");
        inner.set("dataSchema", whole.path("dataSchema"));
        ObjectNode start = inner.putObject("ioConfig")
                .put("type", "kafka")
                .putObject("startSequenceNumbers")
                .put("type", "start")
                .put("stream", spec.stream())
                .putObject("partitionSequenceNumberMap");
        from.forEach(start::put);
        inner.set("tuningConfig", whole.path("tuningConfig"));
        return payload;
    }

    /** Has tasks stop reading; a moment later they have published. */
    private List<Reading> publish(FakeSupervisor supervisor, Collection<Reading> reading) {
        List<Reading> ending = List.copyOf(reading);
        supervisor.reading().values().removeAll(ending);
        if (!ending.isEmpty()) {
            world.later(PUBLISHING, () -> ending.forEach(one -> one.tasks().forEach(task -> tasks.end(task, null))));
        }
        return ending;
    }

    /** Suspends one, or has it go on. */
    FakeSupervisor suspend(FakeSupervisor supervisor, boolean suspended) {
        StreamSpec spec = supervisor.spec().suspended(suspended);
        start(spec);
        return supervisors.getOrDefault(spec.id(), supervisor);
    }

    /** Ends one. Its offsets stay. */
    void terminate(FakeSupervisor supervisor) {
        StreamSpec spec = supervisor.spec();
        publish(supervisor, supervisor.reading().values());
        supervisors.remove(spec.id());
        ObjectNode tombstone = JSON.objectNode().put("type", "noop").putNull("id");
        tombstone.putArray("dataSources").add(spec.dataSource());
        remember(spec.id(), tombstone.put("suspended", false).put("source", "noop"));
        world.tell(spec.id(), "terminated");
    }

    /** Forgets all offsets; its tasks end without publishing, and others begin with its next run. */
    void reset(FakeSupervisor supervisor) {
        offsets.remove(supervisor.spec().id());
        drop(supervisor, List.copyOf(supervisor.reading().values()));
        world.tell(supervisor.spec().id(), "reset");
    }

    /** Sets the offsets of some partitions; the tasks that read them end without publishing. */
    void reset(FakeSupervisor supervisor, Map<String, Long> to) {
        String id = supervisor.spec().id();
        offsets.computeIfAbsent(id, i -> new LinkedHashMap<>()).putAll(to);
        List<Reading> concerned = new ArrayList<>();
        supervisor.reading().values().stream()
                .filter(one -> one.from().keySet().stream().anyMatch(to::containsKey))
                .forEach(concerned::add);
        drop(supervisor, concerned);
        world.tell(id, "reset to " + to);
    }

    private void drop(FakeSupervisor supervisor, List<Reading> reading) {
        supervisor.reading().values().removeAll(reading);
        reading.forEach(one -> one.tasks().forEach(tasks::shutDown));
    }

    /** Has groups of tasks publish before their time; others go on with the next run. */
    void handOff(FakeSupervisor supervisor, Collection<Integer> groups) {
        List<Reading> concerned = new ArrayList<>();
        groups.forEach(group -> {
            Reading one = supervisor.reading().get(group);
            if (one != null) {
                concerned.add(one);
            }
        });
        supervisor.publish(publish(supervisor, concerned));
    }

    private void remember(String id, ObjectNode spec) {
        ArrayNode history = histories.computeIfAbsent(id, i -> JSON.arrayNode());
        Instant latest = history.isEmpty()
                ? Instant.MIN
                : Instant.parse(history.get(0).path("version").asText());
        Instant now = world.now();
        ObjectNode version = JSON.objectNode();
        version.set("spec", spec);
        // each version is later than the one before
        history.insert(
                0, version.put("version", FakeSegment.written(now.isAfter(latest) ? now : latest.plusMillis(1))));
    }
}
