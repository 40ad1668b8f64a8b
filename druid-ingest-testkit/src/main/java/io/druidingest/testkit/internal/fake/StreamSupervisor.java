package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.TaskPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A supervisor that reads a stream: the tasks that it runs, and where they are. */
final class StreamSupervisor extends FakeSupervisor {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** So long a task takes to publish what it has read. */
    private static final Duration PUBLISHING = Duration.ofSeconds(1);

    /** So long after the start Druid waits before it looks at offsets. */
    private static final Duration BEFORE_FIRST_LOOK = Duration.ofSeconds(15);

    /** So many a message has. */
    static final int BYTES = 100;

    private static final TaskPlan READS_ON = TaskPlan.DEFAULT.neverEnds();

    private final World world;
    private final TaskState tasks;
    private final StreamSpec spec;
    private final FakeStream stream;
    private final Map<String, Long> committed;
    private final Map<String, FakeStream.Partition> partitions = new LinkedHashMap<>();
    private final Map<Integer, Reading> reading = new TreeMap<>();
    private final List<Reading> publishing = new ArrayList<>();
    private final StreamHealth health = new StreamHealth();
    private StreamLook look;
    private boolean stopped;

    /**
     * Makes one, which does nothing yet.
     *
     * @param committed where its tasks have come to, by partition; kept up to date
     * @param old the one in whose place it comes; null if there is none
     */
    StreamSupervisor(
            World world,
            TaskState tasks,
            StreamSpec spec,
            FakeStream stream,
            Map<String, Long> committed,
            @Nullable FakeSupervisor old) {
        super(world, spec);
        this.world = world;
        this.tasks = tasks;
        this.spec = spec;
        this.stream = stream;
        this.committed = committed;
        this.look = StreamLook.none(spec.stream());
        for (FakeStream.Partition partition : stream.partitions()) {
            partitions.put(spec.stream().partition(spec.source(), partitions.size()), partition);
        }
        if (old instanceof StreamSupervisor) {
            publishing.addAll(((StreamSupervisor) old).publishing);
        }
    }

    @Override
    StreamSpec spec() {
        return spec;
    }

    @Override
    void start() {
        if (!spec.isSuspended()) {
            world.later(spec.startDelay(), this::run);
        }
        world.later(spec.startDelay().plus(BEFORE_FIRST_LOOK), this::look);
    }

    private void run() {
        if (stopped) {
            return;
        }
        String before = detailedState();
        health.ran(world.now(), spec.stream(), stream.trouble());
        if (health.hasRun()) {
            check();
            for (int group = 0; group < Math.min(spec.taskCount(), partitions.size()); group++) {
                if (!reading.containsKey(group)) {
                    reading.put(group, begin(group));
                }
            }
        }
        if (!before.equals(detailedState())) {
            world.tell(spec.id(), detailedState());
        }
        world.later(spec.period(), this::run);
    }

    /** Looks after the tasks that read: some may have ended by themselves, of others the time is over. */
    private void check() {
        for (Reading one : List.copyOf(reading.values())) {
            if (one.hasEnded()) {
                health.ended(one.hasFailed());
                if (!one.hasFailed()) {
                    committed.putAll(one.offsets());
                }
            } else if (one.isDue()) {
                health.ended(false);
                publish(List.of(one));
            }
        }
        reading.values().removeIf(Reading::hasEnded);
        publishing.removeIf(Reading::hasEnded);
    }

    private Reading begin(int group) {
        Map<String, Long> from = new TreeMap<>();
        int number = 0;
        for (Map.Entry<String, FakeStream.Partition> partition : partitions.entrySet()) {
            if (number++ % spec.taskCount() == group) {
                long usual = spec.readsFromTheStart() ? 0 : partition.getValue().end(world.now());
                from.put(partition.getKey(), committed.getOrDefault(partition.getKey(), usual));
            }
        }
        List<FakeTask> started = new ArrayList<>();
        for (int replica = 0; replica < spec.replicas(); replica++) {
            ObjectNode payload = payload(from);
            started.add(tasks.take(newTaskId(payload), payload, READS_ON));
        }
        return new Reading(world, spec, stream, started, partitions, from);
    }

    private String newTaskId(ObjectNode payload) {
        return String.format(
                Locale.ROOT,
                "%s_%s_%015x_%s",
                spec.stream().task(),
                spec.dataSource(),
                (payload.toString().hashCode() * 0x9E3779B97F4A7C15L) >>> 4,
                tasks.newSuffix());
    }

    private ObjectNode payload(Map<String, Long> from) {
        String type = spec.stream().task();
        ObjectNode payload = JSON.objectNode().put("type", type).put("groupId", type + "_" + spec.dataSource());
        ObjectNode inner = payload.putObject("spec");
        ObjectNode whole = (ObjectNode) spec.json().path("spec");
        inner.set("dataSchema", whole.path("dataSchema"));
        ObjectNode start = inner.putObject("ioConfig")
                .put("type", spec.stream().word())
                .putObject("startSequenceNumbers")
                .put("type", "start")
                .put("stream", spec.source())
                .putObject("partitionSequenceNumberMap");
        from.forEach((name, offset) -> start.set(name, spec.stream().offset(offset)));
        inner.set("tuningConfig", whole.path("tuningConfig"));
        return payload;
    }

    /** Has tasks stop reading; a moment later they have published. Others go on where they were. */
    private void publish(Collection<Reading> which) {
        List<Reading> ending = List.copyOf(which);
        reading.values().removeAll(ending);
        for (Reading one : ending) {
            one.stop();
            committed.putAll(one.offsets());
        }
        publishing.addAll(ending);
        if (!ending.isEmpty()) {
            world.later(PUBLISHING, () -> ending.forEach(one -> one.tasks().forEach(task -> tasks.end(task, null))));
        }
    }

    @Override
    void stop() {
        stopped = true;
        publish(reading.values());
    }

    /** Forgets all offsets; its tasks end without publishing, and others begin with its next run. */
    void reset() {
        committed.clear();
        drop(List.copyOf(reading.values()));
        world.tell(spec.id(), "reset");
    }

    /** Sets the offsets of some partitions; the tasks that read them end without publishing. */
    void reset(Map<String, Long> to) {
        committed.putAll(to);
        drop(reading.values().stream()
                .filter(one -> to.keySet().stream().anyMatch(one::reads))
                .collect(Collectors.toList()));
        world.tell(spec.id(), "reset to " + to);
    }

    private void drop(List<Reading> which) {
        reading.values().removeAll(which);
        which.forEach(one -> one.tasks().forEach(tasks::shutDown));
    }

    /** Has groups of tasks publish before their time; others go on with the next run. */
    void handOff(Collection<Integer> groups) {
        Map<Integer, Reading> meant = new TreeMap<>(reading);
        meant.keySet().retainAll(groups);
        publish(meant.values());
    }

    private void look() {
        if (stopped) {
            return;
        }
        reading.values().forEach(Reading::look);
        if (stream.trouble() == null) {
            look = StreamLook.at(world.now(), spec.stream(), partitions, current());
        }
        world.later(spec.fetchPeriod(), this::look);
    }

    /** Where its tasks were last seen in each partition; where none is, where they will begin. */
    private Map<String, Long> current() {
        Map<String, Long> current = new TreeMap<>(committed);
        reading.values().forEach(one -> current.putAll(one.seen()));
        return current;
    }

    @Override
    boolean isHealthy() {
        return health.isHealthy();
    }

    @Override
    String state() {
        return health.state(spec.isSuspended());
    }

    @Override
    String detailedState() {
        return health.detailedState(spec.isSuspended());
    }

    @Override
    ObjectNode payload() {
        publishing.removeIf(Reading::hasEnded);
        ObjectNode payload = JSON.objectNode();
        if (world.version() >= SINCE_OWN_ID) {
            payload.put("id", spec.id());
        }
        payload.put("dataSource", spec.dataSource())
                .put("stream", spec.source())
                .put("partitions", reading.isEmpty() ? 0 : partitions.size())
                .put("replicas", spec.replicas())
                .put("durationSeconds", spec.taskDuration().toSeconds());
        ArrayNode active = payload.putArray("activeTasks");
        reading.values().forEach(one -> one.tell(active, look.lagOf(one.seen())));
        ArrayNode ending = payload.putArray("publishingTasks");
        publishing.forEach(one -> one.tell(ending, null));
        payload.setAll(look.lag(current()));
        return payload.put("suspended", spec.isSuspended())
                .put("healthy", isHealthy())
                .put("state", state())
                .put("detailedState", detailedState())
                .set("recentErrors", health.errors());
    }

    @Override
    ObjectNode stats() {
        ObjectNode stats = JSON.objectNode();
        reading.forEach((group, one) -> {
            ObjectNode byTask = stats.putObject(group.toString());
            one.tasks().stream().filter(t -> !t.hasEnded()).forEach(task -> {
                ObjectNode ofTask = byTask.putObject(task.id());
                ObjectNode averages = ofTask.putObject("movingAverages").putObject("buildSegments");
                for (String span : List.of("5m", "15m", "1m")) {
                    counts(averages.putObject(span), one.read() / one.seconds());
                }
                counts(ofTask.putObject("totals").putObject("buildSegments"), one.read());
            });
        });
        return stats;
    }

    private static void counts(ObjectNode counts, long read) {
        counts.put("processed", read).put("processedBytes", read * BYTES);
        for (String count : List.of("processedWithError", "thrownAway", "unparseable")) {
            counts.put(count, 0);
        }
    }
}
