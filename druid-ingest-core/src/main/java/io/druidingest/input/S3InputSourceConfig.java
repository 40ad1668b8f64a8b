package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Who reads from S3, if not the cluster itself.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#s3-input-source">S3 input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableS3InputSourceConfig.Builder.class)
public interface S3InputSourceConfig extends SpecObject {

    @Nullable Password accessKeyId();

    @Nullable Password secretAccessKey();

    @Nullable String assumeRoleArn();

    @Nullable String assumeRoleExternalId();

    static S3InputSourceConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableS3InputSourceConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableS3InputSourceConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if ((accessKeyId() == null) != (secretAccessKey() == null)) {
            at.report(
                    Rules.CREDENTIALS_PAIR,
                    accessKeyId() == null
                            ? "has secretAccessKey alone; set accessKeyId"
                            : "has accessKeyId alone; set secretAccessKey");
        }
    }

    /** Makes a {@link S3InputSourceConfig}. */
    interface Builder extends SpecBuilder<S3InputSourceConfig, Builder> {

        /** The id of the access key. Goes with {@link #secretAccessKey}. */
        Builder accessKeyId(@Nullable Password accessKeyId);

        /** The same, in clear text: Druid stores it as it is. Prefer {@link Password#environment}. */
        default Builder accessKeyId(String accessKeyId) {
            return accessKeyId(Password.of(accessKeyId));
        }

        /** The secret of the access key. Goes with {@link #accessKeyId}. */
        Builder secretAccessKey(@Nullable Password secretAccessKey);

        /** The same, in clear text: Druid stores it as it is. Prefer {@link Password#environment}. */
        default Builder secretAccessKey(String secretAccessKey) {
            return secretAccessKey(Password.of(secretAccessKey));
        }

        /** The role to take on, as an ARN. */
        Builder assumeRoleArn(@Nullable String assumeRoleArn);

        /** What the role of another account may ask for as well. */
        Builder assumeRoleExternalId(@Nullable String assumeRoleExternalId);

        @Override
        default S3InputSourceConfig build() {
            return Specs.complete(((ImmutableS3InputSourceConfig.Builder) this).partial());
        }
    }
}
