package io.druidingest.testkit.internal.fake;

import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import java.net.URI;
import java.util.List;

/** Which of the nodes leads, as Overlord and as Coordinator alike. */
final class Leadership {

    private final World world;
    private List<URI> nodes = List.of();
    private int leader;

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

    boolean leads(int node) {
        return node == leader;
    }

    /** The other node leads from now on. */
    void failOver() {
        leader = (leader + 1) % nodes.size();
        world.tell("node " + (leader + 1) + " leads");
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
