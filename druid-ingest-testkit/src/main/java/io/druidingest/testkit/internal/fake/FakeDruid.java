package io.druidingest.testkit.internal.fake;

import io.druidingest.testkit.TaskPlan;
import io.druidingest.testkit.Timeline;
import io.druidingest.testkit.VirtualTime;
import io.druidingest.testkit.internal.fake.http.Delivery;
import io.druidingest.testkit.internal.fake.http.Node;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.RouteTable;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Druid of two nodes, each with all of its services, of which one leads: its areas, and the road that each request
 * takes to them. It has one life: to begin anew is to put another one behind the {@link Nodes}. Thread-safe.
 */
public final class FakeDruid implements Node.Answers {

    private final Journal journal = new Journal();
    private final World world;
    private final TaskState tasks;
    private final SqlState sql;
    private final SupervisorState supervisors;
    private final Leadership leadership;
    private final RouteTable routes;
    private final Nodes nodes;
    private final List<Scripted> scripts = new ArrayList<>();
    private final List<String> coming = new ArrayList<>();

    /** One that knows nothing yet. */
    public FakeDruid(VirtualTime time, String version, Set<Extension> extensions, Nodes nodes) {
        this.nodes = nodes;
        this.world = new World(time, version, extensions, journal);
        this.leadership = new Leadership(world);
        this.tasks = new TaskState(world);
        SegmentState segments = new SegmentState(world, tasks);
        this.sql = new SqlState(segments);
        RuleState rules = new RuleState();
        Coordinator unused = new Coordinator(world, leadership, segments, rules);
        SqlTasks statements = new SqlTasks(tasks, sql);
        this.supervisors = new SupervisorState(world, tasks, statements);
        CompactionState compaction = new CompactionState(world, segments, supervisors);
        AutoCompaction unusedToo = new AutoCompaction(world, tasks, segments, compaction);
        List<Area> areas = List.of(
                new LeadershipRoutes(leadership),
                new StatusRoutes(world),
                new TaskRoutes(world, tasks),
                new SamplerRoutes(world),
                new TaskListRoutes(world, tasks),
                new LockRoutes(tasks),
                new SupervisorRoutes(world, supervisors),
                new WorkerRoutes(world, tasks),
                new SegmentRoutes(segments),
                new ServedRoutes(world, segments),
                new SegmentUpdateRoutes(world, segments),
                new RuleRoutes(world, rules),
                new CompactionRoutes(compaction),
                new SqlRoutes(sql),
                new SqlTaskRoutes(world, statements));
        this.routes = new RouteTable(
                areas.stream().flatMap(area -> area.routes().stream()).collect(Collectors.toList()), world.version());
        leadership.nodes(nodes.uris());
    }

    /** Where its nodes listen. */
    public List<URI> uris() {
        return nodes.uris();
    }

    @Override
    public Reply answer(Request request) throws InterruptedException {
        Reply reply = world.locked(() -> {
            Request direct = throughRouter(request);
            Reply answer = scripts.stream()
                    .filter(script -> script.takes(direct))
                    .findFirst()
                    .map(script -> script.answer(direct, () -> usual(direct)))
                    .orElseGet(() -> usual(direct));
            journal.answered(world.time(), routes.subject(direct), request, answer);
            return answer;
        });
        if (reply.delivery() != Delivery.IN_HALVES) {
            world.pause(reply.pause());
        }
        return reply;
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        world.pause(time);
    }

    /** A node is a Router too, which hands on to the leader what stands behind these prefixes. */
    private static Request throughRouter(Request request) {
        return request.without("/proxy/overlord").without("/proxy/coordinator");
    }

    private Reply usual(Request request) {
        return leadership.answersItself(request)
                ? routes.answer(
                        request, (r, why) -> journal.unmatched(world.time(), routes.subject(request), request, why))
                : leadership.redirect(request);
    }

    /** Something is to happen to requests instead of what usually would. */
    public void script(Scripted scripted) {
        world.locked(() -> scripts.add(scripted));
    }

    /** These keys and query parameters are no strangers from now on. */
    public void know(List<String> names) {
        routes.know(names);
    }

    /** What is to become of tasks of a type that are submitted from now on. */
    public void plan(String taskType, TaskPlan plan) {
        world.locked(() -> tasks.plan(taskType, plan));
    }

    /** What the Broker is to answer to a statement from now on. */
    public void say(String statement, List<? extends Map<String, ?>> rows) {
        world.locked(() -> sql.say(statement, rows));
    }

    /** Looks at the tasks, or changes them. */
    public <T> T tasks(Function<TaskState, T> what) {
        return world.locked(() -> what.apply(tasks));
    }

    /** Changes the stream of a name, whoever reads it. */
    public void stream(String name, Function<FakeStream, Boolean> what) {
        world.locked(() -> what.apply(supervisors.stream(name)));
    }

    /** The node that leads goes down, and some time later the other one leads. */
    public void failOver() {
        int leading = world.locked(leadership::leading);
        nodes.down(leading); // without the lock, since it waits for those that it is answering
        world.locked(() -> {
            leadership.leaderIsGone();
            return leading;
        });
    }

    /** All nodes go down. */
    public void goDown() {
        nodes.down();
        world.tell("", "all nodes are down");
    }

    /** All nodes are up again. */
    public void comeBack() {
        nodes.up();
        world.tell("", "all nodes are up");
    }

    /** How far the wall clock of the nodes is ahead of the client's. */
    public void clockSkew(Duration ahead) {
        world.skew(ahead);
        world.tell("", "the server's clock is ahead by " + ahead);
    }

    /** All that happened. */
    public Timeline timeline() {
        return journal.timeline();
    }

    /** All requests that came, in order. */
    public List<String> requests() {
        return journal.requests();
    }

    /** What came that Druid does not know, each with the nearest that it knows. */
    public List<String> unexpected() {
        return journal.unexpected();
    }

    /** What came that Druid does not know, since this was called before. */
    public List<String> newlyUnexpected() {
        return journal.newlyUnexpected();
    }

    /** Blocks until that many requests of this kind have come. */
    public void awaitRequests(String line, int count) throws InterruptedException {
        journal.awaitRequests(line, count);
    }

    /**
     * Has something happen after a time, unless this is retired by then. It is done without the lock.
     *
     * @param said how the test said so
     */
    public void later(String said, Duration delay, Runnable what) {
        world.locked(() -> coming.add(said));
        Object unused = world.due(delay, () -> {
            world.locked(() -> coming.remove(said));
            what.run();
        });
    }

    /** What was said beforehand and has not been met, as it was said. */
    public List<String> unused() {
        return world.locked(() -> Stream.of(
                        tasks.unusedPlans(),
                        scripts.stream().filter(Scripted::isLeft).map(Scripted::toString),
                        sql.unasked(),
                        coming.stream())
                .flatMap(said -> said)
                .collect(Collectors.toUnmodifiableList()));
    }

    /** Nothing happens here any more. What is held up goes on at once; requests are still answered. */
    public void retire() {
        world.retire();
    }
}
