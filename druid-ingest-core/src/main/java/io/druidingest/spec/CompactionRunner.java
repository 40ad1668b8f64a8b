package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.tuning.TypeId;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * What does the work of a compaction.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/manual-compaction">manual compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableCompactionRunner.Builder.class)
public interface CompactionRunner extends SpecObject {

    Kind type();

    /** Native batch tasks. Druid's default. */
    static CompactionRunner nativeTasks() {
        return of(b -> b.type(Kind.NATIVE));
    }

    /** The multi-stage query engine; its extension has to be loaded. */
    static CompactionRunner msq() {
        return of(b -> b.type(Kind.MSQ));
    }

    static CompactionRunner of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableCompactionRunner.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableCompactionRunner.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** The kinds that there are. */
    final class Kind extends TypeId {

        /** Native batch tasks. Druid's default. */
        public static final Kind NATIVE = new Kind("native");

        /** The multi-stage query engine; its extension has to be loaded. */
        public static final Kind MSQ = new Kind("msq");

        @JsonCreator
        private Kind(String word) {
            super(word, "native", "msq");
        }
    }

    /** Makes a {@link CompactionRunner}. */
    interface Builder extends SpecBuilder<CompactionRunner, Builder> {

        /** The kind. Required. */
        Builder type(Kind type);

        @Override
        default CompactionRunner build() {
            return Specs.complete(((ImmutableCompactionRunner.Builder) this).partial());
        }
    }
}
