package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A segment and the servers that have loaded it. */
public final class ServedSegment extends Answer {

    private ServedSegment(JsonNode json) {
        super(json);
    }

    /** What this JSON tells. */
    public static ServedSegment of(JsonNode json) {
        return new ServedSegment(json);
    }

    /** The segment itself. */
    public DataSegment metadata() {
        return DataSegment.of(json().path("metadata"));
    }

    /** The servers, each {@code host:port}. */
    public List<String> servers() {
        List<String> servers = new ArrayList<>();
        json().path("servers").forEach(server -> servers.add(server.asText()));
        return servers;
    }
}
