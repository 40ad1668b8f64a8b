package io.druidingest.spec;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The three parts of a batch load in one task.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch-simple-task">simple task indexing</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIndexIngestionSpec.Builder.class)
public interface IndexIngestionSpec extends IngestionSpec {

    IndexIOConfig ioConfig();

    @DruidDefault("{\"type\": \"index\"}")
    @Nullable IndexTuningConfig tuningConfig();

    static IndexIngestionSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIndexIngestionSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIndexIngestionSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        BatchLoad.check(dataSchema(), ioConfig(), tuningConfig(), at);
        if (ioConfig().inputSource().type().equals("combining")) {
            at.at("ioConfig")
                    .at("inputSource")
                    .report(Rules.COMBINING_IN_PARALLEL, "is combining, which fails an index task; use index_parallel");
        }
    }

    /** Makes an {@link IndexIngestionSpec}. */
    interface Builder extends IngestionSpec.Builder<IndexIngestionSpec, Builder> {

        /** What is read. Required. */
        Builder ioConfig(IndexIOConfig ioConfig);

        /** How the work is done. Druid's defaults where absent. */
        Builder tuningConfig(@Nullable IndexTuningConfig tuningConfig);

        @Override
        default IndexIngestionSpec build() {
            return Specs.complete(((ImmutableIndexIngestionSpec.Builder) this).partial());
        }
    }
}
