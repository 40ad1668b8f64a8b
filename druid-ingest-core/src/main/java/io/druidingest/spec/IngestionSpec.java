package io.druidingest.spec;

import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.schema.DataSchema;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is read, how the work is done and what the datasource looks like: the {@code spec} of whatever reads rows.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec">ingestion spec</a>
 */
public interface IngestionSpec extends SpecObject {

    DataSchema dataSchema();

    /** The datasource that is written; null in a value that is not complete. */
    default @Nullable String dataSource() {
        DataSchema schema = dataSchema();
        return schema == null ? null : schema.dataSource();
    }

    /**
     * Sets them.
     *
     * @param <T> what is made
     * @param <B> the builder itself
     */
    interface Builder<T extends IngestionSpec, B extends Builder<T, B>> extends SpecBuilder<T, B> {

        /** What the datasource looks like. Required. */
        B dataSchema(DataSchema dataSchema);

        /** The same, built here. */
        default B dataSchema(UnaryOperator<DataSchema.Builder> b) {
            return dataSchema(DataSchema.of(b));
        }
    }

    /**
     * Makes what has such a spec. What is set part by part goes over what is set as a whole.
     *
     * @param <T> the task or supervisor
     * @param <S> what makes its spec
     * @param <B> the builder itself
     */
    abstract class Parts<T extends SpecObject, S extends Builder<?, S>, B extends Parts<T, S, B>>
            implements SpecBuilder<T, B> {

        private UnaryOperator<S> parts = UnaryOperator.identity();

        Parts() {}

        /** What the datasource looks like. Required. */
        public B dataSchema(DataSchema dataSchema) {
            return part(s -> s.dataSchema(dataSchema));
        }

        /** The same, built here. */
        public B dataSchema(UnaryOperator<DataSchema.Builder> b) {
            return dataSchema(DataSchema.of(b));
        }

        @SuppressWarnings("unchecked") // B is the builder itself
        final B part(UnaryOperator<S> part) {
            UnaryOperator<S> earlier = parts;
            parts = s -> part.apply(earlier.apply(s));
            return (B) this;
        }

        /** The parts set on top of a whole. Any may be missing still: the task or supervisor tells about it. */
        final S withParts(S whole) {
            return parts.apply(whole);
        }
    }
}
