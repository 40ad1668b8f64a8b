package io.druidingest.testkit.internal.fake;

import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Which of the nodes leads, as Overlord and as Coordinator alike. */
final class Leadership {

    /** Until ZooKeeper misses a leader. */
    private static final Duration MISSED_AFTER = Duration.ofSeconds(10);

    private final World world;
    private List<URI> nodes = List.of();
    private int leader;
    private Duration since = Duration.ZERO;

    Leadership(World world) {
        this.world = world;
    }

    /** Tells where the nodes are. */
    void nodes(List<URI> uris) {
        nodes = uris;
    }

    URI leader() {
        return nodes.get(leader);
    }

    /** How long the one that leads has led. */
    Duration ledFor() {
        return world.elapsed().minus(since);
    }

    int leading() {
        return leader;
    }

    boolean leads(int node) {
        return node == leader;
    }

    /** The node that leads is gone; the other redirects to it until it is missed, and then leads. */
    void leaderIsGone() {
        world.tell("", "node " + (leader + 1) + ", which leads, is gone");
        world.later(MISSED_AFTER, () -> {
            leader = (leader + 1) % nodes.size();
            since = world.elapsed();
            world.tell("", "node " + (leader + 1) + " leads");
        });
    }

    /** Whether the node that was asked answers: one that does not lead redirects what is the leader's. */
    boolean answersItself(Request request) {
        String path = request.path();
        boolean leaders = path.startsWith("/druid/indexer/") || path.startsWith("/druid/coordinator/");
        return leads(request.node()) || !leaders || path.endsWith("/leader") || path.endsWith("/isLeader");
    }

    Reply redirect(Request request) {
        return Reply.empty(307).header("Location", leader() + request.target());
    }
}
