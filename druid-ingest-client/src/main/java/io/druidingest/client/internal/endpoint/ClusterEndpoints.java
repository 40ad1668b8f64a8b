package io.druidingest.client.internal.endpoint;

import static io.druidingest.client.internal.http.Service.BROKER;
import static io.druidingest.client.internal.http.Service.COORDINATOR;
import static io.druidingest.client.internal.http.Service.OVERLORD;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Reply;
import io.druidingest.client.internal.http.Service;
import io.druidingest.client.model.AuditEntry;
import io.druidingest.client.model.CoordinatorConfig;
import io.druidingest.client.model.ScalingEvent;
import io.druidingest.client.model.ServerStatus;
import io.druidingest.client.model.Worker;
import io.druidingest.client.model.WorkerCapacity;
import io.druidingest.client.model.WorkerConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cluster itself: its nodes, its workers, what it is set up to. */
public final class ClusterEndpoints {

    private static final String INDEXER = "/druid/indexer/v1";
    private static final String CONFIG = "/druid/coordinator/v1/config";
    private static final Pattern KNOWN_TYPES = Pattern.compile("known type ids = \\[([^\\]]*)]");

    public static final Endpoint<Optional<URI>> OVERLORD_LEADER = leader(OVERLORD, INDEXER);
    public static final Endpoint<Optional<URI>> COORDINATOR_LEADER = leader(COORDINATOR, "/druid/coordinator/v1");

    public static final Endpoint<Boolean> OVERLORD_IS_LEADER = isLeader(OVERLORD, INDEXER);
    public static final Endpoint<Boolean> COORDINATOR_IS_LEADER = isLeader(COORDINATOR, "/druid/coordinator/v1");

    public static final Endpoint<ServerStatus> OVERLORD_STATUS = status(OVERLORD);
    public static final Endpoint<ServerStatus> COORDINATOR_STATUS = status(COORDINATOR);
    public static final Endpoint<ServerStatus> BROKER_STATUS = status(BROKER);

    public static final Endpoint<Boolean> OVERLORD_HEALTH = health(OVERLORD);
    public static final Endpoint<Boolean> COORDINATOR_HEALTH = health(COORDINATOR);
    public static final Endpoint<Boolean> BROKER_HEALTH = health(BROKER);

    public static final Endpoint<Boolean> OVERLORD_SELF_DISCOVERED = selfDiscovered(OVERLORD);
    public static final Endpoint<Boolean> COORDINATOR_SELF_DISCOVERED = selfDiscovered(COORDINATOR);
    public static final Endpoint<Boolean> BROKER_SELF_DISCOVERED = selfDiscovered(BROKER);

    /** Only a Router has it. */
    public static final Endpoint<Map<String, List<String>>> ROUTER_BROKERS =
            Endpoint.get(BROKER, "/druid/router/v1/brokers", reply -> {
                Map<String, List<String>> brokers = new LinkedHashMap<>();
                reply.json().properties().forEach(e -> {
                    List<String> hosts = brokers.computeIfAbsent(e.getKey(), key -> new ArrayList<>());
                    e.getValue().forEach(host -> hosts.add(host.asText()));
                });
                return brokers;
            });

    /** Sent a type that cannot be, which does nothing but make Druid list those it knows. */
    public static final Endpoint<Set<String>> PROBE_TASKS = probe(INDEXER + "/task");
    /** As {@link #PROBE_TASKS}. */
    public static final Endpoint<Set<String>> PROBE_SUPERVISORS = probe(INDEXER + "/supervisor");
    /** As {@link #PROBE_TASKS}; also for types of what is within a spec. */
    public static final Endpoint<Set<String>> PROBE_SAMPLERS = probe(INDEXER + "/sampler");

    public static final Endpoint<List<Worker>> WORKERS = Endpoint.get(OVERLORD, INDEXER + "/workers", list(Worker::of));

    public static final Endpoint<WorkerCapacity> CAPACITY =
            Endpoint.get(OVERLORD, INDEXER + "/totalWorkerCapacity", reply -> WorkerCapacity.of(reply.json()));

    /** Not repeated although it could be: that there is no such worker is a 500, which would be sent again for long. */
    public static final Endpoint<Integer> ENABLE_WORKER =
            Endpoint.post(OVERLORD, INDEXER + "/worker/{host}/enable", Reply::status);
    /** Not repeated, as {@link #ENABLE_WORKER}. */
    public static final Endpoint<Integer> DISABLE_WORKER =
            Endpoint.post(OVERLORD, INDEXER + "/worker/{host}/disable", Reply::status);

    /** Answers with nothing until it is set. */
    public static final Endpoint<Optional<WorkerConfig>> WORKER_CONFIG =
            Endpoint.get(OVERLORD, INDEXER + "/worker", reply -> json(reply).map(WorkerConfig::of));
    /** The second sets what the first has set. */
    public static final Endpoint<Integer> SET_WORKER_CONFIG =
            Endpoint.repeatablePost(OVERLORD, INDEXER + "/worker", Reply::status);

    public static final Endpoint<List<AuditEntry>> WORKER_CONFIG_HISTORY =
            Endpoint.get(OVERLORD, INDEXER + "/worker/history", list(AuditEntry::of));

    /** Answers with nothing where nothing scales. */
    public static final Endpoint<List<ScalingEvent>> SCALING = Endpoint.get(OVERLORD, INDEXER + "/scaling", reply -> {
        List<ScalingEvent> events = new ArrayList<>();
        json(reply).ifPresent(json -> json.forEach(e -> events.add(ScalingEvent.of(e))));
        return events;
    });

    public static final Endpoint<CoordinatorConfig> COORDINATOR_CONFIG =
            Endpoint.get(COORDINATOR, CONFIG, reply -> CoordinatorConfig.of(reply.json()));
    /** The second sets what the first has set. */
    public static final Endpoint<Integer> SET_COORDINATOR_CONFIG =
            Endpoint.repeatablePost(COORDINATOR, CONFIG, Reply::status);

    public static final Endpoint<List<AuditEntry>> COORDINATOR_CONFIG_HISTORY =
            Endpoint.get(COORDINATOR, CONFIG + "/history", list(AuditEntry::of));

    private ClusterEndpoints() {}

    /** Answers with a bare URL, or with nothing while there is no leader. */
    private static Endpoint<Optional<URI>> leader(Service service, String path) {
        return Endpoint.get(service, path + "/leader", reply -> {
            String url = reply.text().trim();
            try {
                return url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url));
            } catch (IllegalArgumentException e) {
                throw new IOException("it is not a URL", e);
            }
        });
    }

    /** One that does not lead answers with 404. */
    private static Endpoint<Boolean> isLeader(Service service, String path) {
        return Endpoint.get(
                        service,
                        path + "/isLeader",
                        reply -> reply.status() != 404
                                && reply.json().path("leader").asBoolean())
                .answeredBy(status -> status == 404);
    }

    private static Endpoint<ServerStatus> status(Service service) {
        return Endpoint.get(service, "/status", reply -> ServerStatus.of(reply.json()))
                .ofEachNode();
    }

    private static Endpoint<Boolean> health(Service service) {
        return Endpoint.get(service, "/status/health", reply -> reply.json().asBoolean())
                .ofEachNode();
    }

    private static Endpoint<Boolean> selfDiscovered(Service service) {
        return Endpoint.get(
                        service,
                        "/status/selfDiscovered/status",
                        reply -> reply.json().path("selfDiscovered").asBoolean())
                .ofEachNode();
    }

    private static Endpoint<Set<String>> probe(String path) {
        return Endpoint.repeatablePost(OVERLORD, path, ClusterEndpoints::knownTypes)
                .answeredBy(status -> status == 400);
    }

    private static Set<String> knownTypes(Reply reply) throws IOException {
        Matcher m = KNOWN_TYPES.matcher(reply.json().path("error").asText());
        if (!m.find()) {
            throw new IOException("it does not list the types that Druid knows");
        }
        return new TreeSet<>(List.of(m.group(1).split(", *")));
    }

    private static <T> Endpoint.Decoder<List<T>> list(Function<JsonNode, T> element) {
        return reply -> {
            List<T> list = new ArrayList<>();
            reply.json().forEach(e -> list.add(element.apply(e)));
            return list;
        };
    }

    private static Optional<JsonNode> json(Reply reply) throws IOException {
        String body = reply.text();
        return body.isEmpty() ? Optional.empty() : Optional.of(Json.tree(body.getBytes(StandardCharsets.UTF_8)));
    }
}
