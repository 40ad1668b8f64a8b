package io.druidingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Severity;
import io.druidingest.validation.SpecValidationException;
import io.druidingest.validation.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What every value type calls from its {@code build()} and {@code toString()}. */
public final class Specs {

    private Specs() {}

    /**
     * Passes a value that has all its required properties. The end of {@code build()} of every type but a root.
     *
     * @throws SpecValidationException naming all that are missing in this object
     */
    public static <T extends SpecObject> T complete(T partial) {
        if (Shape.accessors(partial).isComplete(partial)) {
            return partial;
        }
        Findings at = new Findings();
        Walk.ofBuilt().completeness(partial, at);
        return orThrow(partial, null, at);
    }

    /**
     * Passes a root (a whole task, supervisor, ...) in which nothing is missing and no rule is broken. The end of its
     * {@code build()}.
     *
     * @throws SpecValidationException naming all problems of the whole tree
     */
    public static <T extends SpecObject> T valid(T root) {
        Findings at = new Findings();
        Walk.ofBuilt().value(root, at);
        return orThrow(root, null, at);
    }

    /** What is made of each value, in order: for builder methods that take a friendlier type. */
    public static <A, B> List<B> each(A[] values, Function<? super A, ? extends B> make) {
        List<B> made = new ArrayList<>(values.length);
        for (A value : values) {
            made.add(make.apply(value));
        }
        return made;
    }

    /** What is accepted in a root and usually regretted. */
    public static List<Violation> warnings(SpecObject root) {
        return found(Severity.WARNING, root);
    }

    /** All that is wrong with a value: first the errors. */
    static List<Violation> violations(SpecObject value) {
        List<Violation> all = new ArrayList<>(found(Severity.ERROR, value));
        all.addAll(found(Severity.WARNING, value));
        return Collections.unmodifiableList(all);
    }

    private static List<Violation> found(Severity severity, SpecObject value) {
        Findings at = new Findings();
        Walk.ofBuilt().value(value, at);
        return ordered(severity, value, null, at);
    }

    /** The {@code toString} of every value: its label and its JSON, with secrets and unknown properties masked. */
    public static String describe(SpecObject value) {
        return Shape.of(value).name() + SpecMapper.masked(value);
    }

    /** Passes a value in which no error was found; the document is the one it was read from, if it was. */
    static <T extends SpecObject> T orThrow(T value, @Nullable JsonNode document, Findings at) {
        List<Violation> errors = ordered(Severity.ERROR, value, document, at);
        if (!errors.isEmpty()) {
            throw new SpecValidationException(value.label(), errors);
        }
        return value;
    }

    private static List<Violation> ordered(
            Severity severity, SpecObject value, @Nullable JsonNode document, Findings at) {
        if (at.violations().isEmpty()) {
            return List.of();
        }
        List<Violation> found = at.violations().stream()
                .filter(v -> v.rule().severity() == severity)
                .collect(Collectors.toList());
        if (found.size() > 1) {
            found.sort(new DocumentOrder(document == null ? SpecJson.tree(value) : document));
        }
        return Collections.unmodifiableList(found);
    }
}
