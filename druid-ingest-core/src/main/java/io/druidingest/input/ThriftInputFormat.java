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
 * Thrift structures. Needs the extension {@code druid-thrift-extensions}. Since Druid 37.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-contrib/thrift">Thrift</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableThriftInputFormat.Builder.class)
public interface ThriftInputFormat extends InputFormat {

    @Override
    @JsonProperty("type")
    default String type() {
        return "thrift";
    }

    String thriftClass();

    @Nullable String thriftJar();

    @Nullable FlattenSpec flattenSpec();

    static ThriftInputFormat of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableThriftInputFormat.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableThriftInputFormat.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link ThriftInputFormat}. */
    interface Builder extends SpecBuilder<ThriftInputFormat, Builder> {

        /** The generated class, in full. Required. */
        Builder thriftClass(String thriftClass);

        /** The jar that has it. Druid's default: the class path of the cluster. */
        Builder thriftJar(@Nullable String thriftJar);

        /** Which nested values to read. */
        Builder flattenSpec(@Nullable FlattenSpec flattenSpec);

        /** The same, built here. */
        default Builder flattenSpec(UnaryOperator<FlattenSpec.Builder> b) {
            return flattenSpec(FlattenSpec.of(b));
        }

        @Override
        default ThriftInputFormat build() {
            return Specs.complete(((ImmutableThriftInputFormat.Builder) this).partial());
        }
    }
}
