package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.Sensitive;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Who reads from an Azure storage account: one of a token, a key and a registered application.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#azure-input-source">Azure input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableAzureStorageAccountInputSourceConfig.Builder.class)
public interface AzureStorageAccountInputSourceConfig extends SpecObject {

    @Sensitive
    @Nullable String sharedAccessStorageToken();

    @Sensitive
    @Nullable String key();

    @Nullable String appRegistrationClientId();

    @Sensitive
    @Nullable String appRegistrationClientSecret();

    @Nullable String tenantId();

    static AzureStorageAccountInputSourceConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableAzureStorageAccountInputSourceConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableAzureStorageAccountInputSourceConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link AzureStorageAccountInputSourceConfig}. */
    interface Builder extends SpecBuilder<AzureStorageAccountInputSourceConfig, Builder> {

        /** A shared access signature, as text. */
        Builder sharedAccessStorageToken(@Nullable String sharedAccessStorageToken);

        /** The key of the storage account. */
        Builder key(@Nullable String key);

        /**
         * The id of a registered application. Goes with {@link #appRegistrationClientSecret} and {@link #tenantId}.
         */
        Builder appRegistrationClientId(@Nullable String appRegistrationClientId);

        /** The secret of that application. */
        Builder appRegistrationClientSecret(@Nullable String appRegistrationClientSecret);

        /** The tenant that the application is registered in. */
        Builder tenantId(@Nullable String tenantId);

        @Override
        default AzureStorageAccountInputSourceConfig build() {
            return Specs.complete(((ImmutableAzureStorageAccountInputSourceConfig.Builder) this).partial());
        }
    }
}
