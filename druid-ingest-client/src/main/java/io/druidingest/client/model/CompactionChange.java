package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.coordinator.ClusterCompactionConfig;
import io.druidingest.coordinator.CompactionConfig;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecObject;
import org.jspecify.annotations.Nullable;

/** A change of how a datasource is compacted, as Druid's audit log has it. */
public final class CompactionChange extends Audited {

    private CompactionChange(JsonNode json) {
        super(json);
    }

    /** The change that this JSON tells. */
    public static CompactionChange of(JsonNode json) {
        return new CompactionChange(json);
    }

    /**
     * What it was changed to; null if it was taken away.
     *
     * @throws io.druidingest.validation.SpecValidationException if it cannot be read as a config of this library;
     *     {@link #json} has it all the same
     */
    public @Nullable CompactionConfig compactionConfig() {
        return read("compactionConfig", CompactionConfig.class);
    }

    /**
     * What held for the whole cluster then; null if Druid does not tell, as it does not with supervisors.
     *
     * @throws io.druidingest.validation.SpecValidationException as {@link #compactionConfig}
     */
    public @Nullable ClusterCompactionConfig globalConfig() {
        return read("globalConfig", ClusterCompactionConfig.class);
    }

    private <T extends SpecObject> @Nullable T read(String field, Class<T> type) {
        JsonNode value = json().path(field);
        return value.isObject() ? SpecJson.read(value.toString(), type, SpecJson.Mode.AS_FOUND) : null;
    }
}
