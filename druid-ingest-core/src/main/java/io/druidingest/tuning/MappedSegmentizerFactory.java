package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/** Segments are mapped into memory: what Druid does anyway. */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableMappedSegmentizerFactory.Builder.class)
public interface MappedSegmentizerFactory extends SegmentizerFactory {

    @Override
    @JsonProperty("type")
    default String type() {
        return "mMapSegmentFactory";
    }

    static MappedSegmentizerFactory of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableMappedSegmentizerFactory.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableMappedSegmentizerFactory.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link MappedSegmentizerFactory}. */
    interface Builder extends SpecBuilder<MappedSegmentizerFactory, Builder> {

        @Override
        default MappedSegmentizerFactory build() {
            return Specs.complete(((ImmutableMappedSegmentizerFactory.Builder) this).partial());
        }
    }
}
