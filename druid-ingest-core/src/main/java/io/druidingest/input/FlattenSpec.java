package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How nested records become flat rows.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#flattenspec">flattenSpec</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableFlattenSpec.Builder.class)
public interface FlattenSpec extends SpecObject {

    @DruidDefault("true")
    @Nullable Boolean useFieldDiscovery();

    List<FlattenField> fields();

    static FlattenSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableFlattenSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableFlattenSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        DelimitedText.checkNames(
                fields().stream().map(FlattenField::name).collect(Collectors.toList()), at.at("fields"));
    }

    /** Reports fields that a format without jq and without ways down a tree cannot read. */
    default void checkPathsOnly(String format, Findings at) {
        for (int i = 0; i < fields().size(); i++) {
            FlattenField field = fields().get(i);
            if (field.type().equals(FlattenFieldType.JQ)
                    || (field.type().equals(FlattenFieldType.TREE)
                            && field.nodes().size() > 1)) {
                at.at("fields")
                        .at(i)
                        .report(
                                Rules.FLATTEN_BY_PATH,
                                "is of type " + field.type() + ", which " + format + " does not read; use type path");
            }
        }
    }

    /** Makes a {@link FlattenSpec}. */
    interface Builder extends SpecBuilder<FlattenSpec, Builder> {

        /** Whether all plain fields at the top of a record are read, too. Druid's default: true. */
        Builder useFieldDiscovery(@Nullable Boolean useFieldDiscovery);

        /** What else to read. Names differ. */
        Builder fields(Iterable<? extends FlattenField> fields);

        /** The same, listed. */
        default Builder fields(FlattenField... fields) {
            return fields(Arrays.asList(fields));
        }

        @Override
        default FlattenSpec build() {
            return Specs.complete(((ImmutableFlattenSpec.Builder) this).partial());
        }
    }
}
