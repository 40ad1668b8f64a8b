package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Refusal;
import java.util.List;

/** Types that Druid knows, and how it says that it does not know another. */
final class KnownTypes {

    static final List<String> TASKS = List.of(
            "archive",
            "compact",
            "index",
            "index_hadoop",
            "index_kafka",
            "index_parallel",
            "index_sub",
            "kill",
            "move",
            "noop",
            "partial_dimension_cardinality",
            "partial_dimension_distribution",
            "partial_index_generate",
            "partial_index_generic_merge",
            "partial_range_index_generate",
            "restore",
            "single_phase_sub_task");

    static final List<String> SAMPLERS = List.of("index", "kafka");

    static final List<String> SUPERVISORS = List.of("kafka");

    private KnownTypes() {}

    /** Refuses JSON whose {@code type} is none of these. */
    static void check(JsonNode json, String family, List<String> known) {
        JsonNode type = json.path("type");
        if (!type.isTextual()) {
            throw new Refusal(Errors.error(
                    400,
                    "Could not resolve subtype of [simple type, class " + family
                            + "]: missing type id property 'type'"));
        }
        if (!known.contains(type.asText())) {
            throw new Refusal(Errors.error(
                    400,
                    "Please make sure to load all the necessary extensions and jars with type '" + type.asText()
                            + "' on 'druid/coordinator' service. Could not resolve type id '" + type.asText()
                            + "' as a subtype of `" + family + "` known type ids = [" + String.join(", ", known)
                            + "]"));
        }
    }
}
