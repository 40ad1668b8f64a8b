package io.druidingest.testkit.internal.fake;

import io.druidingest.client.Time;
import io.druidingest.testkit.TaskPlan;
import io.druidingest.testkit.internal.fake.http.Node;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.RouteTable;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A Druid of two nodes, each with all of its services, of which one leads: its areas, and the road that each request
 * takes to them. Thread-safe.
 */
public final class FakeDruid implements AutoCloseable {

    private final Journal journal = new Journal();
    private final World world;
    private final TaskState tasks;
    private final Leadership leadership;
    private final RouteTable routes;
    private final List<Node> nodes;

    /** Starts it on free ports of the loopback interface. */
    public FakeDruid(Time time, String version) {
        this.world = new World(time, version, journal);
        this.leadership = new Leadership(world);
        this.tasks = new TaskState(world);
        this.routes = new RouteTable(
                List.<Area>of(new LeadershipRoutes(leadership), new TaskRoutes(world, tasks)).stream()
                        .flatMap(area -> area.routes().stream())
                        .collect(Collectors.toList()),
                world.version());
        this.nodes = List.of(new Node(0, this::answer), new Node(1, this::answer));
        leadership.nodes(uris());
    }

    /** Where the nodes listen, the one that leads at first before the other. */
    public List<URI> uris() {
        return nodes.stream().map(Node::uri).collect(Collectors.toUnmodifiableList());
    }

    private Reply answer(Request request) {
        Request direct = throughRouter(request);
        journal.came(request);
        return world.locked(() -> leadership.answersItself(direct)
                ? routes.answer(direct, (r, why) -> journal.unmatched(request, why))
                : leadership.redirect(direct));
    }

    /** A node is a Router too, which hands on to the leader what stands behind these prefixes. */
    private static Request throughRouter(Request request) {
        return request.without("/proxy/overlord").without("/proxy/coordinator");
    }

    /** What is to become of tasks of a type that are submitted from now on. */
    public void plan(String taskType, TaskPlan plan) {
        world.locked(() -> tasks.plan(taskType, plan));
    }

    /** Looks at the tasks. */
    public <T> T tasks(Function<TaskState, T> look) {
        return world.locked(() -> look.apply(tasks));
    }

    /** All requests that came, in order. */
    public List<String> requests() {
        return journal.requests();
    }

    /** What came that Druid does not know, each with the nearest that it knows. */
    public List<String> unexpected() {
        return journal.unexpected();
    }

    /** Blocks until that many requests of this kind have come. */
    public void awaitRequests(String line, int count) throws InterruptedException {
        journal.awaitRequests(line, count);
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
    }
}
