package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where a segment is put together while it is written.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch#segmentwriteoutmediumfactory">segmentWriteOutMediumFactory</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSegmentWriteOutMediumFactory.Builder.class)
public interface SegmentWriteOutMediumFactory extends SpecObject {

    @DruidDefault("\"tmpFile\"")
    @Nullable Kind type();

    /** In temporary files. Druid's default. */
    static SegmentWriteOutMediumFactory tmpFile() {
        return of(b -> b.type(Kind.TMP_FILE));
    }

    /** In memory off the heap. */
    static SegmentWriteOutMediumFactory offHeapMemory() {
        return of(b -> b.type(Kind.OFF_HEAP_MEMORY));
    }

    /** In memory on the heap. */
    static SegmentWriteOutMediumFactory onHeapMemory() {
        return of(b -> b.type(Kind.ON_HEAP_MEMORY));
    }

    /** In temporary files, one for each part, as Druid did before 0.23. */
    static SegmentWriteOutMediumFactory legacyTmpFile() {
        return of(b -> b.type(Kind.LEGACY_TMP_FILE));
    }

    static SegmentWriteOutMediumFactory of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSegmentWriteOutMediumFactory.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSegmentWriteOutMediumFactory.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** The kinds that there are. */
    final class Kind extends TypeId {

        /** In temporary files. Druid's default. */
        public static final Kind TMP_FILE = new Kind("tmpFile");

        /** In memory off the heap. */
        public static final Kind OFF_HEAP_MEMORY = new Kind("offHeapMemory");

        /** In memory on the heap. */
        public static final Kind ON_HEAP_MEMORY = new Kind("onHeapMemory");

        /** In temporary files, one for each part, as Druid did before 0.23. */
        public static final Kind LEGACY_TMP_FILE = new Kind("legacyTmpFile");

        @JsonCreator
        private Kind(String word) {
            super(word, "tmpFile", "offHeapMemory", "onHeapMemory", "legacyTmpFile");
        }
    }

    /** Makes a {@link SegmentWriteOutMediumFactory}. */
    interface Builder extends SpecBuilder<SegmentWriteOutMediumFactory, Builder> {

        /** The kind. Druid's default: {@code tmpFile}. */
        Builder type(@Nullable Kind type);

        @Override
        default SegmentWriteOutMediumFactory build() {
            return Specs.complete(((ImmutableSegmentWriteOutMediumFactory.Builder) this).partial());
        }
    }
}
