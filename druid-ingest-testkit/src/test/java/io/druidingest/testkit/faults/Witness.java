package io.druidingest.testkit.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What Druid itself tells, asked past all faults and without the client. */
final class Witness {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI overlord;

    Witness(URI overlord) {
        this.overlord = overlord;
    }

    /** The ids of all tasks of a datasource. Druid lists a task twice that ends meanwhile. */
    Set<String> tasks(String dataSource) throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        get("/druid/indexer/v1/tasks?datasource=" + dataSource)
                .forEach(task -> ids.add(task.path("id").asText()));
        return ids;
    }

    /** The state of each task, by its id. */
    Map<String, String> states(Iterable<String> ids) throws IOException {
        Map<String, String> states = new TreeMap<>();
        for (String id : ids) {
            states.put(id, state(id));
        }
        return states;
    }

    String state(String id) throws IOException {
        return get("/druid/indexer/v1/task/" + id + "/status")
                .path("status")
                .path("statusCode")
                .asText();
    }

    private JsonNode get(String path) throws IOException {
        try (InputStream in = overlord.resolve(path).toURL().openStream()) {
            return JSON.readTree(in);
        }
    }
}
