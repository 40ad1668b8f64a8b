package io.druidingest.coordinator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The newest segments first.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/automatic-compaction-api">automatic compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableNewestSegmentFirstCompactionPolicy.Builder.class)
public interface NewestSegmentFirstCompactionPolicy extends CompactionPolicy {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "newestSegmentFirst";
    }

    @Nullable String priorityDatasource();

    static NewestSegmentFirstCompactionPolicy of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableNewestSegmentFirstCompactionPolicy.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableNewestSegmentFirstCompactionPolicy.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link NewestSegmentFirstCompactionPolicy}. */
    interface Builder extends SpecBuilder<NewestSegmentFirstCompactionPolicy, Builder> {

        /** A datasource that comes before all others. */
        Builder priorityDatasource(@Nullable String priorityDatasource);

        @Override
        default NewestSegmentFirstCompactionPolicy build() {
            return Specs.complete(((ImmutableNewestSegmentFirstCompactionPolicy.Builder) this).partial());
        }
    }
}
