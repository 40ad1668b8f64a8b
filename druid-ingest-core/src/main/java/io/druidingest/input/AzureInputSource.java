package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Objects in the Azure storage account of the cluster. Needs the extension {@code druid-azure-extensions}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#azure-input-source">Azure input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableAzureInputSource.Builder.class)
public interface AzureInputSource extends InputSource, CloudInputSource {

    @Override
    @JsonProperty("type")
    default String type() {
        return "azure";
    }

    static AzureInputSource of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableAzureInputSource.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableAzureInputSource.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        CloudObjects.check("azure", this, at);
    }

    /** Makes an {@link AzureInputSource}. */
    interface Builder extends CloudInputSource.Builder<AzureInputSource, Builder> {

        /** The objects, each as {@code azure://container/path}. Excludes {@link #prefixes} and {@link #objects}. */
        @Override
        Builder uris(Iterable<? extends URI> uris);

        @Override
        default AzureInputSource build() {
            return Specs.complete(((ImmutableAzureInputSource.Builder) this).partial());
        }
    }
}
