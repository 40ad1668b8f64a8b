package io.druidingest.client.internal.endpoint;

import static io.druidingest.client.internal.http.Service.COORDINATOR;
import static io.druidingest.client.internal.http.Service.OVERLORD;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Reply;
import io.druidingest.client.model.AutoCompactionSnapshot;
import io.druidingest.client.model.CompactionChange;
import io.druidingest.client.model.CompactionSimulation;
import io.druidingest.coordinator.ClusterCompactionConfig;
import io.druidingest.coordinator.CompactionConfig;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compaction: since Druid 33 a matter of the Overlord, and of the Coordinator before. All writes are repeatable: they
 * replace what is there, or take it away.
 */
public final class CompactionEndpoints {

    private static final String BASE = "/druid/indexer/v1/compaction";
    private static final String BEFORE_33 = "/druid/coordinator/v1/config/compaction";
    private static final int SINCE = 33;
    /** With supervisors, a change waits for the lock of all of them. */
    private static final Duration UPDATE_TIMEOUT = Duration.ofMinutes(2);

    public static final Endpoint<List<CompactionConfig>> CONFIGS = Endpoint.get(
                    OVERLORD, BASE + "/config/datasources", CompactionEndpoints::configs)
            .since(SINCE);

    /** The whole configuration: that of the cluster, and those of the datasources in it. */
    public static final Endpoint<List<CompactionConfig>> CONFIGS_BEFORE_33 =
            Endpoint.get(COORDINATOR, BEFORE_33, CompactionEndpoints::configs);

    public static final Endpoint<Optional<CompactionConfig>> CONFIG = Endpoint.get(
                    OVERLORD, BASE + "/config/datasources/{datasource}", CompactionEndpoints::config)
            .orAbsent()
            .since(SINCE);

    public static final Endpoint<Optional<CompactionConfig>> CONFIG_BEFORE_33 = Endpoint.get(
                    COORDINATOR, BEFORE_33 + "/{datasource}", CompactionEndpoints::config)
            .orAbsent();

    public static final Endpoint<String> SET = Endpoint.repeatablePost(
                    OVERLORD, BASE + "/config/datasources/{datasource}", Reply::text)
            .taking(UPDATE_TIMEOUT)
            .since(SINCE);

    public static final Endpoint<String> SET_BEFORE_33 = Endpoint.repeatablePost(COORDINATOR, BEFORE_33, Reply::text);

    public static final Endpoint<String> DELETE = Endpoint.repeatableDelete(
                    OVERLORD, BASE + "/config/datasources/{datasource}", Reply::text)
            .orAbsent()
            .taking(UPDATE_TIMEOUT)
            .since(SINCE);

    public static final Endpoint<String> DELETE_BEFORE_33 = Endpoint.repeatableDelete(
                    COORDINATOR, BEFORE_33 + "/{datasource}", Reply::text)
            .orAbsent();

    public static final Endpoint<ClusterCompactionConfig> CLUSTER = Endpoint.get(
                    OVERLORD, BASE + "/config/cluster", reply -> cluster(reply.json()))
            .since(SINCE);

    public static final Endpoint<ClusterCompactionConfig> CLUSTER_BEFORE_33 =
            Endpoint.get(COORDINATOR, BEFORE_33, reply -> cluster(reply.json()));

    public static final Endpoint<String> SET_CLUSTER = Endpoint.repeatablePost(
                    OVERLORD, BASE + "/config/cluster", Reply::text)
            .since(SINCE);

    public static final Endpoint<String> SET_CLUSTER_BEFORE_33 =
            Endpoint.repeatablePost(COORDINATOR, BEFORE_33 + "/taskslots", Reply::text);

    public static final Endpoint<List<CompactionChange>> HISTORY = Endpoint.get(
                    OVERLORD,
                    BASE + "/config/datasources/{datasource}/history",
                    reply -> listed(reply.json().path("entries"), CompactionChange::of))
            .since(SINCE);

    public static final Endpoint<List<CompactionChange>> HISTORY_BEFORE_33 = Endpoint.get(
            COORDINATOR, BEFORE_33 + "/{datasource}/history", reply -> listed(reply.json(), CompactionChange::of));

    public static final Endpoint<List<AutoCompactionSnapshot>> STATUSES = Endpoint.get(
                    OVERLORD, BASE + "/status/datasources", CompactionEndpoints::statuses)
            .since(SINCE);

    public static final Endpoint<List<AutoCompactionSnapshot>> STATUSES_BEFORE_33 =
            Endpoint.get(COORDINATOR, "/druid/coordinator/v1/compaction/status", CompactionEndpoints::statuses);

    public static final Endpoint<Optional<AutoCompactionSnapshot>> STATUS = Endpoint.get(
                    OVERLORD,
                    BASE + "/status/datasources/{datasource}",
                    reply -> reply.ifThere(there -> AutoCompactionSnapshot.of(there.json())))
            .orAbsent()
            .since(SINCE);

    /** With {@code dataSource}: of that one. */
    public static final Endpoint<Optional<AutoCompactionSnapshot>> STATUS_BEFORE_33 = Endpoint.get(
                    COORDINATOR,
                    "/druid/coordinator/v1/compaction/status",
                    reply -> reply.ifThere(CompactionEndpoints::statuses)
                            .flatMap(statuses -> statuses.stream().findFirst()))
            .orAbsent();

    public static final Endpoint<Boolean> SUPERVISOR_ENABLED = Endpoint.get(
                    OVERLORD,
                    BASE + "/isSupervisorEnabled",
                    reply -> reply.json().asBoolean())
            .since(32);

    /** Repeatable because it changes nothing. */
    public static final Endpoint<CompactionSimulation> SIMULATE = Endpoint.repeatablePost(
                    OVERLORD, BASE + "/simulate", reply -> CompactionSimulation.of(reply.json()))
            .taking(UPDATE_TIMEOUT)
            .since(32);

    private CompactionEndpoints() {}

    private static Optional<CompactionConfig> config(Reply reply) throws IOException {
        return reply.ifThere(there -> read(there.json(), CompactionConfig.class));
    }

    private static List<CompactionConfig> configs(Reply reply) throws IOException {
        return listed(reply.json().path("compactionConfigs"), json -> read(json, CompactionConfig.class));
    }

    private static ClusterCompactionConfig cluster(JsonNode json) {
        ((ObjectNode) json).remove("compactionConfigs");
        return read(json, ClusterCompactionConfig.class);
    }

    private static List<AutoCompactionSnapshot> statuses(Reply reply) throws IOException {
        return listed(reply.json().path("latestStatus"), AutoCompactionSnapshot::of);
    }

    private static <T extends SpecObject> T read(JsonNode json, Class<T> type) {
        return SpecJson.read(json.toString(), type, SpecJson.Mode.AS_FOUND);
    }

    private static <T> List<T> listed(JsonNode array, Function<JsonNode, T> view) {
        List<T> list = new ArrayList<>();
        array.forEach(element -> list.add(view.apply(element)));
        return list;
    }
}
