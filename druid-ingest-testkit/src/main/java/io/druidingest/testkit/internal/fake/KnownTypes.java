package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Refusal;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Types that Druid knows, with those of its extensions, and how it says that it does not know another. */
final class KnownTypes {

    private static final Set<String> TASKS = Set.of(
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
            "single_phase_sub_task");

    private static final Set<String> SUPERVISORS = Set.of("NoopSupervisorSpec", "autocompact", "scheduled_batch");

    private KnownTypes() {}

    static Collection<String> tasks(World world) {
        return with(world, TASKS, Extension::tasks);
    }

    static Collection<String> supervisors(World world) {
        return with(world, SUPERVISORS, Extension::streams);
    }

    static Collection<String> samplers(World world) {
        return with(world, Set.of("index"), Extension::streams);
    }

    /** The types of what Druid keeps of a datasource: its offsets. */
    static Collection<String> metadata(World world) {
        return with(world, Set.of("object"), Extension::streams);
    }

    private static Collection<String> with(
            World world, Set<String> own, Function<Extension, Collection<String>> ofExtension) {
        SortedSet<String> all = new TreeSet<>(own);
        world.extensions().forEach(e -> all.addAll(ofExtension.apply(e)));
        return all;
    }

    /** Refuses JSON whose {@code type} is none of these. */
    static void check(JsonNode json, String family, Collection<String> known) {
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
