package io.druidingest.client.internal.endpoint;

import static io.druidingest.client.internal.http.Service.COORDINATOR;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Reply;
import io.druidingest.client.model.DataSegment;
import io.druidingest.client.model.LoadQueue;
import io.druidingest.client.model.LoadStatus;
import io.druidingest.client.model.SegmentTotal;
import io.druidingest.client.model.ServedDataSource;
import io.druidingest.unit.Interval;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Segments: what is published, used and served. */
public final class SegmentEndpoints {

    private static final String METADATA = "/druid/coordinator/v1/metadata";
    private static final String SERVED = "/druid/coordinator/v1/datasources";

    /** Those with used segments; or, with {@code includeUnused}, with any. */
    public static final Endpoint<List<String>> DATASOURCES =
            Endpoint.get(COORDINATOR, METADATA + "/datasources", SegmentEndpoints::texts);

    /** Answers from a snapshot that may be a minute old. */
    public static final Endpoint<List<String>> USED = Endpoint.get(
                    COORDINATOR,
                    METADATA + "/datasources/{datasource}/segments",
                    reply -> reply.ifThere(SegmentEndpoints::texts).orElse(List.of()))
            .orAbsent();

    /** Reads the metadata store itself. */
    public static final Endpoint<List<String>> USED_IN = Endpoint.repeatablePost(
            COORDINATOR, METADATA + "/datasources/{datasource}/segments", SegmentEndpoints::texts);

    public static final Endpoint<JsonNode> ALL_USED = Endpoint.get(COORDINATOR, METADATA + "/segments", Reply::json);

    public static final Endpoint<Optional<DataSegment>> SEGMENT = Endpoint.get(
                    COORDINATOR,
                    METADATA + "/datasources/{datasource}/segments/{segment}",
                    reply -> reply.ifThere(there -> DataSegment.of(there.json())))
            .orAbsent();

    public static final Endpoint<JsonNode> UNUSED = Endpoint.get(
                    COORDINATOR, METADATA + "/datasources/{datasource}/unusedSegments", Reply::json)
            .since(30);

    public static final Endpoint<JsonNode> LOAD_STATUS =
            Endpoint.get(COORDINATOR, "/druid/coordinator/v1/loadstatus", Reply::json);

    /** JSON if there are segments, a sentence if there are none in the interval, nothing if there is no datasource. */
    public static final Endpoint<LoadStatus> LOAD_STATUS_OF =
            Endpoint.get(COORDINATOR, SERVED + "/{datasource}/loadstatus", SegmentEndpoints::loadStatus);

    public static final Endpoint<Map<String, LoadQueue>> LOAD_QUEUE =
            Endpoint.get(COORDINATOR, "/druid/coordinator/v1/loadqueue", SegmentEndpoints::loadQueue);

    public static final Endpoint<Boolean> HANDOFF_COMPLETE = Endpoint.get(
            COORDINATOR,
            SERVED + "/{datasource}/handoffComplete",
            reply -> reply.json().asBoolean());

    public static final Endpoint<List<String>> SERVED_DATASOURCES =
            Endpoint.get(COORDINATOR, SERVED, SegmentEndpoints::texts);

    public static final Endpoint<Optional<ServedDataSource>> SERVED_DATASOURCE = Endpoint.get(
            COORDINATOR, SERVED + "/{datasource}", reply -> reply.ifThere(there -> ServedDataSource.of(there.json())));

    public static final Endpoint<Map<Interval, SegmentTotal>> SERVED_INTERVALS = Endpoint.get(
            COORDINATOR,
            SERVED + "/{datasource}/intervals",
            reply -> reply.ifThere(SegmentEndpoints::intervals).orElse(Map.of()));

    private SegmentEndpoints() {}

    private static List<String> texts(Reply reply) throws IOException {
        List<String> texts = new ArrayList<>();
        reply.json().forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static LoadStatus loadStatus(Reply reply) throws IOException {
        String text = reply.text();
        if (!text.startsWith("{")) {
            return LoadStatus.of(text.isEmpty() ? NullNode.getInstance() : TextNode.valueOf(text));
        }
        return LoadStatus.ofOne(Json.tree(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, LoadQueue> loadQueue(Reply reply) throws IOException {
        Map<String, LoadQueue> queues = new LinkedHashMap<>();
        reply.json().properties().forEach(e -> queues.put(e.getKey(), LoadQueue.of(e.getValue())));
        return queues;
    }

    private static Map<Interval, SegmentTotal> intervals(Reply reply) throws IOException {
        Map<Interval, SegmentTotal> totals = new LinkedHashMap<>();
        reply.json().properties().forEach(e -> totals.put(Interval.of(e.getKey()), SegmentTotal.of(e.getValue())));
        return totals;
    }
}
