package io.druidingest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Hands documents of any kind to a real Druid, as they are, and asks for what it made of them. */
public final class Wire {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INDEXER = "/druid/indexer/v1/";
    private static final String COORDINATOR = "/druid/coordinator/v1/";

    private static final String CONSUMER = "/spec/ioConfig/consumerProperties";

    /** In milliseconds; Kafka's own is a minute, in which Druid ends no supervisor. */
    private static final Map<String, Integer> PATIENCE =
            Map.of("default.api.timeout.ms", 300, "request.timeout.ms", 200);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI coordinator;
    private final boolean supervised;

    public Wire(LocalDruid druid) {
        this.coordinator = druid.coordinator();
        this.supervised = druid.version().equals("37.0.0");
    }

    /** What Druid answered to a document. */
    public static final class Answer {

        private final int status;
        private final String body;

        private Answer(HttpResponse<String> response) {
            this.status = response.statusCode();
            this.body = response.body();
        }

        public int status() {
            return status;
        }

        public String body() {
            return body;
        }

        /** The id that a task or supervisor got. */
        public String id() {
            JsonNode json = parse(body);
            return json.path("task").asText(json.path("id").asText());
        }
    }

    /** Sends a supervisor that is to run. */
    public Answer run(JsonNode supervisor) {
        return post(INDEXER + "supervisor", supervisor);
    }

    /** What the Coordinator, which is the Overlord too, says to a question; text where it is no JSON. */
    public JsonNode ask(String path) {
        String body =
                send(HttpRequest.newBuilder(coordinator.resolve(path)).build()).body();
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return TextNode.valueOf(body);
        }
    }

    public JsonNode supervisorStatus(String id) {
        return ask(INDEXER + "supervisor/" + path(id) + "/status").path("payload");
    }

    public JsonNode tasks(String dataSource) {
        return ask(INDEXER + "tasks?datasource=" + path(dataSource));
    }

    /** Whether the Coordinator, which looks every second, has seen a segment of a datasource. */
    public boolean knowsSegmentsOf(String dataSource) {
        return ask(COORDINATOR + "metadata/datasources/" + path(dataSource) + "/segments")
                        .size()
                > 0;
    }

    /** How many percent of what a datasource has in a year are served. */
    public double loaded(String dataSource, int year) {
        return ask(COORDINATOR + "datasources/" + path(dataSource) + "/loadstatus?forceMetadataRefresh=true&interval="
                        + year + "-01-01_" + year + "-12-31")
                .required(dataSource)
                .doubleValue();
    }

    /** Has a supervisor read no more, and publish what it has read. */
    public void suspend(String supervisor) {
        post(INDEXER + "supervisor/" + path(supervisor) + "/suspend", JSON.createObjectNode());
    }

    /** Ends the tasks of a datasource, and waits until they have. */
    public void endTasks(String dataSource) {
        tasks(dataSource)
                .forEach(t ->
                        post(INDEXER + "task/" + path(t.path("id").asText()) + "/shutdown", JSON.createObjectNode()));
        awaitNoTask(dataSource);
    }

    /** Waits until every task of a datasource has ended. */
    public void awaitNoTask(String dataSource) {
        Await.until(
                "the tasks of " + dataSource + " to end",
                () -> tasks(dataSource).findValuesAsText("statusCode").stream().noneMatch("RUNNING"::equals));
    }

    /** The locks of a type that tasks of a datasource have on any time of a year. */
    public List<String> locks(String dataSource, int year) {
        ObjectNode filter =
                JSON.createObjectNode().put("datasource", dataSource).put("priority", 0);
        filter.putArray("intervals").add(year + "/P1Y");
        Answer locks = post(INDEXER + "activeLocks", JSON.createArrayNode().add(filter));
        return parse(locks.body()).findValuesAsText("type");
    }

    /** Has the Coordinator look at once for what is to be compacted. */
    public void compact() {
        post(COORDINATOR + "compaction/compact", JSON.createObjectNode());
    }

    /** Sets the retention rules of a datasource. */
    public Answer retain(String dataSource, JsonNode rules) {
        return post(COORDINATOR + "rules/" + path(dataSource), rules);
    }

    /** Sends a document. A supervisor is suspended, and told not to wait for the Kafka that is not there. */
    public Answer send(String kind, JsonNode document) {
        switch (kind) {
            case "task":
                return post(INDEXER + "task", document);
            case "supervisor":
                return post(INDEXER + "supervisor", impatient(document));
            case "rule":
                return post(COORDINATOR + "rules/wire", JSON.createArrayNode().add(document));
            case "rules":
                return post(COORDINATOR + "rules/wire", document);
            case "compactionConfig":
                return post(compactionConfig(document), document);
            case "clusterCompactionConfig":
                return post(INDEXER + "compaction/config/cluster", document);
            default:
                throw new IllegalArgumentException("no kind " + kind);
        }
    }

    /** What Druid keeps of a document that it took. */
    public JsonNode readBack(String kind, JsonNode document, Answer taken) {
        switch (kind) {
            case "task":
                return get(INDEXER + "task/" + path(taken.id())).path("payload");
            case "supervisor":
                return asSent(get(INDEXER + "supervisor/" + path(taken.id())), document);
            case "rule":
                return get(COORDINATOR + "rules/wire").path(0);
            case "rules":
                return get(COORDINATOR + "rules/wire");
            case "compactionConfig":
                return get(COORDINATOR + "config/compaction/"
                        + path(document.path("dataSource").asText()));
            case "clusterCompactionConfig":
                return get(INDEXER + "compaction/config/cluster");
            default:
                throw new IllegalArgumentException("no kind " + kind);
        }
    }

    /** Since compaction is supervised, only the Overlord takes everything. */
    private String compactionConfig(JsonNode document) {
        return supervised
                ? INDEXER + "compaction/config/datasources/"
                        + path(document.path("dataSource").asText())
                : COORDINATOR + "config/compaction";
    }

    private static JsonNode impatient(JsonNode supervisor) {
        ObjectNode sent = supervisor.deepCopy();
        sent.put("suspended", true);
        JsonNode consumer = sent.at(CONSUMER);
        if (consumer.isObject()) {
            PATIENCE.forEach(((ObjectNode) consumer)::put);
        }
        return sent;
    }

    /** Without what {@link #impatient} has added. */
    private static JsonNode asSent(JsonNode kept, JsonNode supervisor) {
        if (kept.isObject() && !supervisor.has("suspended")) {
            ((ObjectNode) kept).remove("suspended");
        }
        if (kept.at(CONSUMER).isObject()) {
            ((ObjectNode) kept.at(CONSUMER)).remove(PATIENCE.keySet());
        }
        return kept;
    }

    /** Ends what was begun. */
    public void remove(String kind, Answer taken) {
        if (kind.equals("task")) {
            post(INDEXER + "task/" + path(taken.id()) + "/shutdown", JSON.createObjectNode());
        } else if (kind.equals("supervisor")) {
            post(INDEXER + "supervisor/" + path(taken.id()) + "/terminate", JSON.createObjectNode());
        }
    }

    /** Lets the workers take tasks, or leaves the tasks waiting. */
    public void enableWorkers(boolean enabled) {
        for (JsonNode worker : get(INDEXER + "workers")) {
            String host = worker.path("worker").path("host").asText();
            post(INDEXER + "worker/" + path(host) + (enabled ? "/enable" : "/disable"), JSON.createObjectNode());
        }
    }

    /** An id that no other task has, so that the generated ones, which hold a moment, do not clash. */
    public static String newId() {
        return "wire_" + UUID.randomUUID();
    }

    private Answer post(String path, JsonNode body) {
        return new Answer(send(HttpRequest.newBuilder(coordinator.resolve(path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/plain;q=0.9, */*;q=0.5")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build()));
    }

    private JsonNode get(String path) {
        return parse(
                send(HttpRequest.newBuilder(coordinator.resolve(path)).build()).body());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + json, e);
        }
    }

    private static String path(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
