package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.Route;
import java.util.List;

/** Who leads, as each node tells. */
final class LeadershipRoutes implements Area {

    private final Leadership leadership;

    LeadershipRoutes(Leadership leadership) {
        this.leadership = leadership;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/druid/indexer/v1/leader", this::leader),
                Route.get("/druid/coordinator/v1/leader", this::leader),
                Route.get("/druid/indexer/v1/isLeader", this::isLeader),
                Route.get("/druid/coordinator/v1/isLeader", this::isLeader));
    }

    private Reply leader(Request request) {
        return Errors.bare(200, leadership.leader().toString());
    }

    private Reply isLeader(Request request) {
        boolean leads = leadership.leads(request.node());
        return Reply.json(
                leads ? 200 : 404, JsonNodeFactory.instance.objectNode().put("leader", leads));
    }
}
