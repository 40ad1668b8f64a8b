package io.druidingest.json;

import io.druidingest.validation.Findings;
import io.druidingest.validation.Severity;
import io.druidingest.validation.SpecValidationException;
import io.druidingest.validation.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** What every value type calls from its {@code build()} and {@code toString()}. */
public final class Specs {

    private Specs() {}

    /**
     * Passes a value that has all its required properties. The end of {@code build()} of every type but a root.
     *
     * @throws SpecValidationException naming all that are missing in this object
     */
    public static <T extends SpecObject> T complete(T partial) {
        Findings at = new Findings();
        Walk.ofBuilt().completeness(partial, at);
        return orThrow(partial, at);
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
        return orThrow(root, at);
    }

    /** What is accepted in a root and usually regretted. */
    public static List<Violation> warnings(SpecObject root) {
        Findings at = new Findings();
        Walk.ofBuilt().value(root, at);
        return at.violations().stream()
                .filter(v -> v.rule().severity() == Severity.WARNING)
                .collect(Collectors.toUnmodifiableList());
    }

    /** The {@code toString} of every value: its label and its JSON, with secrets and unknown properties masked. */
    public static String describe(SpecObject value) {
        return Shape.of(value.getClass()).name() + SpecMapper.masked(value);
    }

    static <T extends SpecObject> T orThrow(T value, Findings at) {
        List<Violation> errors = at.violations().stream()
                .filter(v -> v.rule().severity() == Severity.ERROR)
                .collect(Collectors.toUnmodifiableList());
        if (!errors.isEmpty()) {
            throw new SpecValidationException(value.label(), errors);
        }
        return value;
    }
}
