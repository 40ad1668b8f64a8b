package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.Supervisor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A spec that a supervisor had or has, or the mark that it was terminated. Does not print the spec: see there. */
public final class SupervisorVersion extends Answer {

    private SupervisorVersion(JsonNode json) {
        super(json);
    }

    /** The version that this JSON tells. */
    public static SupervisorVersion of(JsonNode json) {
        return new SupervisorVersion(json);
    }

    /** Druid's name of the version: the time of {@link #time}. */
    public String version() {
        return text("version");
    }

    /** Since when it was so. */
    public @Nullable Instant time() {
        return instantOrNull("version");
    }

    /** Whether this is no spec but the mark that the supervisor was terminated. */
    public boolean isTombstone() {
        String type = type();
        return type.equals("noop") || type.equals("NoopSupervisorSpec"); // Druid writes both, under one name
    }

    /** The type id of the spec. */
    public String type() {
        return json().path("spec").path("type").asText();
    }

    /**
     * The spec as Druid keeps it, with Druid's defaults; null for a {@link #isTombstone}. Read anew each time. To print
     * it may tell secrets.
     *
     * @throws io.druidingest.validation.SpecValidationException if the spec cannot be read as one of this
     *     library; {@link #json} has it as it is
     */
    public @Nullable Supervisor spec() {
        return isTombstone()
                ? null
                : SpecJson.read(json().path("spec").toString(), Supervisor.class, SpecJson.Mode.AS_FOUND);
    }

    @Override
    JsonNode shown() {
        return JsonNodeFactory.instance.objectNode().put("version", version()).put("type", type());
    }
}
