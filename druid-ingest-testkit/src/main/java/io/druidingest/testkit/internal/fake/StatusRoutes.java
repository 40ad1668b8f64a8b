package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.Route;
import java.util.List;

/** How each process is, and what it has loaded. */
final class StatusRoutes implements Area {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final World world;

    StatusRoutes(World world) {
        this.world = world;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/status", this::status),
                Route.get("/status/health", r -> Reply.json(JSON.booleanNode(true))));
    }

    private Reply status(Request request) {
        ObjectNode status = JSON.objectNode().put("version", world.versionName());
        ArrayNode modules = status.putArray("modules");
        world.extensions().stream()
                .sorted()
                .forEach(extension -> modules.addObject()
                        .put("name", extension.module())
                        .put("artifact", extension.artifact())
                        .put("version", world.versionName()));
        status.putObject("memory")
                .put("maxMemory", 1_520_435_200L)
                .put("totalMemory", 1_520_435_200L)
                .put("freeMemory", 1_000_000_000L)
                .put("usedMemory", 520_435_200L)
                .put("directMemory", 1_520_435_200L);
        return Reply.json(status);
    }
}
