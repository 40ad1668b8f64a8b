package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/** Segments are loaded as tables that queries join with. For broadcast datasources. */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableBroadcastJoinableSegmentizerFactory.Builder.class)
public interface BroadcastJoinableSegmentizerFactory extends SegmentizerFactory {

    @Override
    @JsonProperty("type")
    default String type() {
        return "broadcastJoinableMMapSegmentFactory";
    }

    Set<String> keyColumns();

    static BroadcastJoinableSegmentizerFactory of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableBroadcastJoinableSegmentizerFactory.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableBroadcastJoinableSegmentizerFactory.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link BroadcastJoinableSegmentizerFactory}. */
    interface Builder extends SpecBuilder<BroadcastJoinableSegmentizerFactory, Builder> {

        /** The columns to join by. */
        Builder keyColumns(Iterable<String> keyColumns);

        /** The same, listed. */
        default Builder keyColumns(String... keyColumns) {
            return keyColumns(Arrays.asList(keyColumns));
        }

        @Override
        default BroadcastJoinableSegmentizerFactory build() {
            return Specs.complete(((ImmutableBroadcastJoinableSegmentizerFactory.Builder) this).partial());
        }
    }
}
