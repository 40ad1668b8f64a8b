package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.Supervisor;
import org.jspecify.annotations.Nullable;

/** One supervisor in a list of them. Does not print its spec, which may hold secrets. */
public final class SupervisorSummary extends Answer {

    private static final String SPEC = "specString";

    private SupervisorSummary(JsonNode json) {
        super(json);
    }

    /** The entry that this JSON tells. */
    public static SupervisorSummary of(JsonNode json) {
        return new SupervisorSummary(json);
    }

    /** The supervisor. */
    public String id() {
        return text("id");
    }

    /** The datasource that it writes; null before Druid 34, where it is the id of a supervisor of a stream. */
    public @Nullable String dataSource() {
        return textOrNull("dataSource");
    }

    /** How it stands, in broad terms; see {@link SupervisorStatus#state}. */
    public SupervisorState state() {
        return SupervisorState.of(text("state"));
    }

    /** What it does, in Druid's own word. */
    public String detailedState() {
        return text("detailedState");
    }

    /** Whether Druid takes it to be well. */
    public boolean healthy() {
        return json().path("healthy").asBoolean();
    }

    /** The type id; null in a list of states. */
    public @Nullable String type() {
        return textOrNull("type");
    }

    /** What it reads, for example the topic; empty if nothing; null in a list of states. */
    public @Nullable String source() {
        return textOrNull("source");
    }

    /** Whether its spec says that it does nothing; null in a list of states, where Druid tells it wrongly. */
    public @Nullable Boolean suspended() {
        return json().has(SPEC) ? booleanOrNull("suspended") : null;
    }

    /**
     * Its spec as Druid keeps it, with Druid's defaults; null in a list of states. Read anew each time.
     *
     * @throws io.druidingest.validation.SpecValidationException if the spec cannot be read as one of this
     *     library; {@link #json} has it as it is
     */
    public @Nullable Supervisor spec() {
        String spec = textOrNull(SPEC);
        return spec == null ? null : SpecJson.read(spec, Supervisor.class, SpecJson.Mode.AS_FOUND);
    }

    @Override
    JsonNode shown() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id())
                .put("state", text("state"))
                .put("detailedState", detailedState());
    }
}
