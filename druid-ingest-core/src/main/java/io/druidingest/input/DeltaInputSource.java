package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A Delta Lake table. Needs the extension {@code druid-deltalake-extensions}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#delta-lake-input-source">Delta Lake input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableDeltaInputSource.Builder.class)
public interface DeltaInputSource extends InputSource {

    @Override
    @JsonProperty("type")
    default String type() {
        return "delta";
    }

    String tablePath();

    @Nullable DeltaFilter filter();

    @Nullable Long snapshotVersion();

    static DeltaInputSource of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableDeltaInputSource.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableDeltaInputSource.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link DeltaInputSource}. */
    interface Builder extends SpecBuilder<DeltaInputSource, Builder> {

        /** Where the table is. Required. */
        Builder tablePath(String tablePath);

        /** Which rows to read; sure for partition columns, a help to skip files for others. Since Druid 30. */
        Builder filter(@Nullable DeltaFilter filter);

        /** Which version of the table to read. Druid's default: the latest. Since Druid 31. */
        Builder snapshotVersion(@Nullable Long snapshotVersion);

        /** The same; for a literal without the {@code L}. */
        default Builder snapshotVersion(long snapshotVersion) {
            return snapshotVersion(Long.valueOf(snapshotVersion));
        }

        @Override
        default DeltaInputSource build() {
            return Specs.complete(((ImmutableDeltaInputSource.Builder) this).partial());
        }
    }
}
