package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A map from text to text.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/lookups">lookups</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableMapLookupExtractor.Builder.class)
public interface MapLookupExtractor extends LookupExtractor {

    @Override
    @JsonProperty("type")
    default String type() {
        return "map";
    }

    Map<String, String> map();

    @DruidDefault("false")
    @Nullable Boolean isOneToOne();

    static MapLookupExtractor of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableMapLookupExtractor.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableMapLookupExtractor.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (map().isEmpty()) {
            at.at("map").report(Rules.EMPTY_LIST, "is empty; add an entry");
        }
    }

    /** Makes a {@link MapLookupExtractor}. */
    interface Builder extends SpecBuilder<MapLookupExtractor, Builder> {

        /** The entries. At least one. Replaces those set before. */
        Builder map(Map<String, ? extends String> map);

        /** Adds one entry. */
        Builder map(String key, String value);

        /** Whether no two keys have the same value. Druid's default: false. */
        Builder isOneToOne(@Nullable Boolean isOneToOne);

        @Override
        default MapLookupExtractor build() {
            return Specs.complete(((ImmutableMapLookupExtractor.Builder) this).partial());
        }
    }
}
