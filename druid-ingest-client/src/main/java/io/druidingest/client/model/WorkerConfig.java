package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * How tasks are given to workers, in Druid's own JSON, with {@code type}, {@code selectStrategy} and {@code autoScaler}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/configuration/#overlord-dynamic-configuration">dynamic configuration
 *     of the Overlord</a>
 */
public final class WorkerConfig extends Answer {

    private WorkerConfig(JsonNode json) {
        super(json);
    }

    /** The config that this JSON is. */
    public static WorkerConfig of(JsonNode json) {
        return new WorkerConfig(json);
    }

    /** The type of the strategy, for example {@code fillCapacity}; null if Druid's default applies. */
    public @Nullable String selectStrategy() {
        JsonNode type = json().path("selectStrategy").path("type");
        return type.isTextual() ? type.asText() : null;
    }
}
