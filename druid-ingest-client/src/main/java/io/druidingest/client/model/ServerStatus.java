package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** What a node of Druid is. */
public final class ServerStatus extends Answer {

    private ServerStatus(JsonNode json) {
        super(json);
    }

    /** The status that this JSON tells. */
    public static ServerStatus of(JsonNode json) {
        return new ServerStatus(json);
    }

    /** Its version. */
    public DruidVersion version() {
        return DruidVersion.of(text("version"));
    }

    /** The extensions that it has loaded, for example {@code druid-kafka-indexing-service}. */
    public Set<String> extensions() {
        Set<String> artifacts = new TreeSet<>();
        json().path("modules")
                .forEach(module -> artifacts.add(module.path("artifact").asText()));
        return artifacts;
    }

    /** How much heap it may use, in bytes. */
    public long maxMemory() {
        return json().path("memory").path("maxMemory").asLong();
    }

    /** How much heap it uses, in bytes. */
    public long usedMemory() {
        return json().path("memory").path("usedMemory").asLong();
    }
}
