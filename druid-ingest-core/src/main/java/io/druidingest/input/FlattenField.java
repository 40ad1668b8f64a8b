package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One field that is read out of a nested record.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#flattenspec">flattenSpec</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(using = FlattenFieldReader.class, builder = ImmutableFlattenField.Builder.class)
public interface FlattenField extends SpecObject {

    FlattenFieldType type();

    String name();

    @DruidDefault(follows = "name")
    @Nullable String expr();

    List<String> nodes();

    /** The field of that name at the top of the record. */
    static FlattenField root(String name) {
        return of(b -> b.type(FlattenFieldType.ROOT).name(name));
    }

    /** What a JsonPath such as {@code $.user.name} finds. */
    static FlattenField path(String name, String expr) {
        return of(b -> b.type(FlattenFieldType.PATH).name(name).expr(expr));
    }

    /** What a jq expression finds. JSON and Protobuf only. */
    static FlattenField jq(String name, String expr) {
        return of(b -> b.type(FlattenFieldType.JQ).name(name).expr(expr));
    }

    /** What stands at the end of those names. */
    static FlattenField tree(String name, String... nodes) {
        return of(b -> b.type(FlattenFieldType.TREE).name(name).nodes(nodes));
    }

    static FlattenField of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableFlattenField.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableFlattenField.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (type().equals(FlattenFieldType.TREE) && nodes().isEmpty()) {
            at.at("nodes").report(Rules.FLATTEN_FIELD, "is required for type tree; name the fields on the way down");
        }
        if ((type().equals(FlattenFieldType.PATH) || type().equals(FlattenFieldType.JQ))
                && (expr() == null || expr().isEmpty())) {
            at.at("expr").report(Rules.FLATTEN_FIELD, "is required for type " + type() + "; say where the value is");
        }
    }

    /** Only a field of type tree has nodes. */
    @Override
    default void normalize(ObjectNode json) {
        if (!type().equals(FlattenFieldType.TREE)) {
            json.remove("nodes");
        }
    }

    /** Makes a {@link FlattenField}. */
    interface Builder extends SpecBuilder<FlattenField, Builder> {

        /** How the value is found. Required. */
        Builder type(FlattenFieldType type);

        /** What the field is called. Required. */
        Builder name(String name);

        /**
         * Where the value is: a JsonPath for {@code path}, a jq expression for {@code jq}, the name at the top for
         * {@code root} if it differs.
         */
        Builder expr(@Nullable String expr);

        /** The names on the way down, for {@code tree}. */
        Builder nodes(Iterable<String> nodes);

        /** The same, listed. */
        default Builder nodes(String... nodes) {
            return nodes(Arrays.asList(nodes));
        }

        @Override
        default FlattenField build() {
            return Specs.complete(((ImmutableFlattenField.Builder) this).partial());
        }
    }
}
