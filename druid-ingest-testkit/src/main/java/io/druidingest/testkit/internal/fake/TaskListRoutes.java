package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Refusal;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.Route;
import io.druidingest.unit.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tasks, listed. */
final class TaskListRoutes implements Area {

    private static final String BASE = "/druid/indexer/v1/";
    private static final List<String> STATES = List.of("pending", "waiting", "running", "complete");

    /** What {@code druid.indexer.storage.recentlyFinishedThreshold} is by default. */
    private static final Duration RECENT = Duration.ofHours(24);

    private final World world;
    private final TaskState tasks;

    TaskListRoutes(World world, TaskState tasks) {
        this.world = world;
        this.tasks = tasks;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(BASE + "tasks", this::tasks)
                        .query("state", "datasource", "createdTimeInterval", "max", "type"),
                Route.get(BASE + "waitingTasks", r -> Reply.json(JsonNodeFactory.instance.arrayNode())),
                Route.get(BASE + "pendingTasks", r -> list(active(FakeTask.State.PENDING))),
                Route.get(BASE + "runningTasks", r -> list(typed(active(FakeTask.State.RUNNING), r)))
                        .query("type"),
                Route.get(BASE + "completeTasks", r -> list(complete(RECENT).limit(most(r.number("n")))))
                        .query("n"));
    }

    private Reply tasks(Request request) {
        String state = request.query("state");
        String wanted = state == null ? "" : state.toLowerCase(Locale.ROOT);
        if (state != null && !STATES.contains(wanted)) {
            return Errors.plain(
                    400, "Invalid task state[" + state + "]. Must be one of [pending, waiting, running, complete].");
        }
        Integer max = request.number("max");
        if (max != null && max < 0) {
            return Errors.page(request, 500, "java.lang.IllegalArgumentException");
        }
        Duration window = window(request);
        String datasource = request.query("datasource");
        Stream<FakeTask> complete = wanted.isEmpty() || wanted.equals("complete")
                ? ofDatasource(complete(window), datasource).limit(most(max))
                : Stream.empty();
        Stream<FakeTask> active = wanted.isEmpty()
                ? tasks.active().stream()
                : wanted.equals("pending") || wanted.equals("running")
                        ? active(FakeTask.State.valueOf(wanted.toUpperCase(Locale.ROOT)))
                        : Stream.empty();
        return list(typed(Stream.concat(complete, ofDatasource(active, datasource)), request));
    }

    /** Druid heeds of the interval only how long it is, and counts back from now. */
    private static Duration window(Request request) {
        String interval = request.query("createdTimeInterval");
        if (interval == null) {
            return RECENT;
        }
        try {
            Interval parsed = Interval.of(interval.replace('_', '/'));
            return Duration.between(parsed.start(), parsed.end());
        } catch (RuntimeException e) {
            throw new Refusal(Errors.page(request, 500, "Bad Interval[" + interval + "]"));
        }
    }

    private Stream<FakeTask> active(FakeTask.State state) {
        return tasks.active().stream().filter(t -> t.state() == state);
    }

    private Stream<FakeTask> complete(Duration window) {
        Instant since = world.now().minus(window);
        return tasks.complete().stream().filter(t -> t.created().isAfter(since));
    }

    private static long most(@Nullable Integer asked) {
        return asked == null ? Long.MAX_VALUE : asked;
    }

    private static Stream<FakeTask> typed(Stream<FakeTask> all, Request request) {
        String type = request.query("type");
        return type == null ? all : all.filter(t -> t.type().equals(type));
    }

    private static Stream<FakeTask> ofDatasource(Stream<FakeTask> all, @Nullable String datasource) {
        return datasource == null ? all : all.filter(t -> t.dataSource().equals(datasource));
    }

    private static Reply list(Stream<FakeTask> listed) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        listed.forEach(task -> list.add(task.listed()));
        return Reply.json(list);
    }
}
