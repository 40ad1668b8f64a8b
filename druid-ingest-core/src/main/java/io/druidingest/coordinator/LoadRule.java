package io.druidingest.coordinator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all retention rules share that load segments. */
public interface LoadRule extends SpecObject {

    /** Null where nothing is said; empty for no replica at all. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @DruidDefault("{\"_default_tier\": 2}")
    @Nullable Map<String, Integer> tieredReplicants();

    @DruidDefault("true")
    @Nullable Boolean useDefaultTierForNull();

    @Override
    default void check(Findings at) {
        Map<String, Integer> replicas = tieredReplicants();
        if (replicas != null) {
            replicas.forEach((tier, number) -> {
                if (number < 0) {
                    at.at("tieredReplicants")
                            .at(tier)
                            .report(Rules.REPLICAS, "is " + number + "; make it 0 or greater, or leave the tier out");
                }
            });
        }
    }

    /** Without the default tier, nothing said is no replica. */
    @Override
    default void normalize(ObjectNode json) {
        if (Boolean.FALSE.equals(useDefaultTierForNull()) && !json.has("tieredReplicants")) {
            json.putObject("tieredReplicants");
        }
    }

    /**
     * Sets them.
     *
     * @param <T> what is made
     * @param <B> the builder itself
     */
    interface Builder<T extends SpecObject, B extends Builder<T, B>> extends SpecBuilder<T, B> {

        /**
         * How many replicas each tier of Historicals loads; empty for none, so that data can be queried from deep
         * storage only. Replaces those set before. Druid's default: two in {@code _default_tier}.
         */
        B tieredReplicants(@Nullable Map<String, ? extends Integer> tieredReplicants);

        /** Adds one tier. */
        B tieredReplicant(String tier, Integer replicas);

        /**
         * Whether no {@link #tieredReplicants} at all stand for two replicas in the default tier, instead of none.
         * Druid's default: true.
         */
        B useDefaultTierForNull(@Nullable Boolean useDefaultTierForNull);
    }
}
