package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Objects in any Azure storage account. Needs the extension {@code druid-azure-extensions}. Since Druid 30.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#azure-input-source">Azure input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableAzureStorageInputSource.Builder.class)
public interface AzureStorageInputSource extends InputSource, CloudInputSource {

    @Override
    @JsonProperty("type")
    default String type() {
        return "azureStorage";
    }

    @JsonProperty("properties")
    @Nullable AzureStorageAccountInputSourceConfig config();

    static AzureStorageInputSource of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableAzureStorageInputSource.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableAzureStorageInputSource.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        CloudObjects.check("azureStorage", this, at);
    }

    /** Makes an {@link AzureStorageInputSource}. */
    interface Builder extends CloudInputSource.Builder<AzureStorageInputSource, Builder> {

        /**
         * The objects, each as {@code azureStorage://account/container/path}. Excludes {@link #prefixes} and {@link
         * #objects}.
         */
        @Override
        Builder uris(Iterable<? extends URI> uris);

        /** Who reads, if not the cluster itself. Written as {@code properties}. */
        Builder config(@Nullable AzureStorageAccountInputSourceConfig config);

        /** The same, built here. */
        default Builder config(UnaryOperator<AzureStorageAccountInputSourceConfig.Builder> b) {
            return config(AzureStorageAccountInputSourceConfig.of(b));
        }

        @Override
        default AzureStorageInputSource build() {
            return Specs.complete(((ImmutableAzureStorageInputSource.Builder) this).partial());
        }
    }
}
