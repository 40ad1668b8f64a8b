package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Refusal;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What Druid tells apart by a {@code type}: which it knows of itself, and how it says that it does not know another. */
@SuppressWarnings("ImmutableEnumChecker") // its sets cannot be changed
enum Family {
    TASK(
            "indexing.common.task.Task",
            "archive",
            "compact",
            "index",
            "index_hadoop",
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
            "single_phase_sub_task"),
    SUPERVISOR("indexing.overlord.supervisor.SupervisorSpec", "NoopSupervisorSpec", "autocompact", "scheduled_batch"),
    SAMPLER("client.indexing.SamplerSpec", "index"),
    /** What Druid keeps of a datasource: its offsets. */
    METADATA("indexing.overlord.DataSourceMetadata", "object"),
    INPUT_SOURCE("data.input.InputSource", "combining", "druid", "generator", "http", "inline", "local", "sql"),
    INPUT_FORMAT("data.input.InputFormat", "csv", "json", "regex", "tsv"),
    METRIC(
            "query.aggregation.AggregatorFactory",
            "cardinality",
            "count",
            "doubleAny",
            "doubleFirst",
            "doubleLast",
            "doubleMax",
            "doubleMean",
            "doubleMin",
            "doubleSum",
            "expression",
            "filtered",
            "floatAny",
            "floatFirst",
            "floatLast",
            "floatMax",
            "floatMin",
            "floatSum",
            "grouping",
            "histogram",
            "hyperUnique",
            "javascript",
            "longAny",
            "longFirst",
            "longLast",
            "longMax",
            "longMin",
            "longSum",
            "singleValue",
            "stringAny",
            "stringFirst",
            "stringFirstFold",
            "stringLast",
            "stringLastFold");

    private final String type;
    private final Set<String> own;

    Family(String type, String... own) {
        this.type = "org.apache.druid." + type;
        this.own = Set.of(own);
    }

    private Collection<String> known(World world) {
        SortedSet<String> all = new TreeSet<>(own);
        world.extensions().forEach(extension -> all.addAll(extension.types(this)));
        if (this == INPUT_FORMAT && world.version() >= 37) {
            all.add("lines");
        }
        return all;
    }

    /** Refuses JSON whose {@code type} this Druid does not know. */
    void check(JsonNode json, World world) {
        check(json, world, "");
    }

    /** Refuses what stands in a property, if it is there and its {@code type} is none that this Druid knows. */
    void checkProperty(JsonNode holder, String property, World world) {
        JsonNode value = holder.path(property);
        for (JsonNode one : value.isObject() ? Set.of(value) : value) {
            check(one, world, " (for POJO property '" + property + "')");
        }
    }

    private void check(JsonNode json, World world, String where) {
        JsonNode said = json.path("type");
        if (!said.isTextual()) {
            throw new Refusal(Errors.error(
                    400,
                    "Could not resolve subtype of [simple type, class " + type + "]: missing type id property 'type'"
                            + where));
        }
        Collection<String> known = known(world);
        if (!known.contains(said.asText())) {
            throw new Refusal(Errors.error(
                    400,
                    "Please make sure to load all the necessary extensions and jars with type '" + said.asText()
                            + "' on 'druid/coordinator' service. Could not resolve type id '" + said.asText()
                            + "' as a subtype of `" + type + "` known type ids = [" + String.join(", ", known) + "]"
                            + where));
        }
    }
}
