package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Refusal;
import io.druidingest.testkit.internal.fake.http.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The supervisors, what they were before, the offsets that they have come to, and the streams that they read. */
final class SupervisorState {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final World world;
    private final TaskState tasks;
    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, FakeSupervisor> supervisors = new TreeMap<>();
    private final Map<String, ArrayNode> histories = new TreeMap<>();
    private final Map<String, Map<String, Long>> offsets = new HashMap<>();
    private final Map<String, List<FakeTask>> scheduled = new HashMap<>();
    private final Map<String, FakeStream> streams = new HashMap<>();

    SupervisorState(World world, TaskState tasks, SqlTasks statements) {
        this.world = world;
        this.tasks = tasks;
        for (StreamType stream : StreamType.values()) {
            kind(stream.word(), request -> StreamSpec.of(request.json(), world.version()), this::reader);
        }
        kind(
                ScheduledSupervisor.TYPE,
                request -> ScheduledSupervisor.spec(request, tasks.newSuffix()),
                spec -> new ScheduledSupervisor(
                        world, statements, spec, scheduled.computeIfAbsent(spec.id(), id -> new ArrayList<>())));
    }

    private FakeSupervisor reader(SupervisorSpec spec) {
        return new StreamSupervisor(
                world,
                tasks,
                (StreamSpec) spec,
                stream(spec.source()),
                offsets.computeIfAbsent(spec.id(), id -> new TreeMap<>()),
                find(spec.id()));
    }

    /** There are supervisors of this type: how their spec is read, and what they do. */
    void kind(
            String type,
            Function<Request, SupervisorSpec> read,
            Function<SupervisorSpec, ? extends FakeSupervisor> make) {
        kinds.put(type, new Kind(read, make));
    }

    /** Reads a spec. Of the types that Druid knows, the fake has none for the tombstones of what was terminated. */
    SupervisorSpec spec(Request request) {
        Kind kind = kinds.get(request.json().path("type").asText());
        if (kind == null) {
            throw new Refusal(Errors.page(request, 500, "java.lang.NullPointerException"));
        }
        return kind.read.apply(request);
    }

    /** The stream of a name, whoever reads it. */
    FakeStream stream(String name) {
        return streams.computeIfAbsent(name, n -> new FakeStream(world, n));
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
    void start(SupervisorSpec spec) {
        FakeSupervisor old = supervisors.get(spec.id());
        if (old != null) {
            old.stop();
        }
        FakeSupervisor started =
                Objects.requireNonNull(kinds.get(spec.type())).make.apply(spec);
        if (old == null || !old.spec().equals(spec)) {
            remember(spec.id(), spec.json());
        }
        supervisors.put(spec.id(), started);
        world.tell(spec.id(), started.state());
        started.start();
    }

    /** Suspends one, or has it go on. */
    SupervisorSpec suspend(FakeSupervisor supervisor, boolean suspended) {
        SupervisorSpec spec = supervisor.spec().suspended(suspended);
        start(spec);
        return spec;
    }

    /** Ends one. Its offsets stay. */
    void terminate(FakeSupervisor supervisor) {
        SupervisorSpec spec = supervisor.spec();
        supervisor.stop();
        supervisors.remove(spec.id());
        ObjectNode tombstone = JSON.objectNode().put("type", "noop").putNull("id");
        tombstone.putArray("dataSources").add(spec.dataSource());
        remember(spec.id(), tombstone.put("suspended", false).put("source", "noop"));
        world.tell(spec.id(), "terminated");
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

    /** The supervisors of one type. */
    private static final class Kind {

        final Function<Request, SupervisorSpec> read;
        final Function<SupervisorSpec, ? extends FakeSupervisor> make;

        Kind(Function<Request, SupervisorSpec> read, Function<SupervisorSpec, ? extends FakeSupervisor> make) {
            this.read = read;
            this.make = make;
        }
    }
}
