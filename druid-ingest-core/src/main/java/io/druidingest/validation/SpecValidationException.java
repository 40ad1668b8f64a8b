package io.druidingest.validation;

import io.druidingest.DruidIngestException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A spec that Druid would refuse, fail or silently misread. Its message lists every problem, one a line, as
 * {@code path   rule: what is wrong and what to do}.
 */
public final class SpecValidationException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /**
     * Makes the exception for the violations found.
     *
     * @param label what the violations are about, for example {@code index_parallel "wikipedia"}
     * @param violations at least one
     */
    public SpecValidationException(String label, List<Violation> violations) {
        super(message(label, violations));
        this.violations = List.copyOf(violations);
    }

    /** Every problem of the spec, in document order. Empty after Java serialization: the message still has them. */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }

    private static String message(String label, List<Violation> violations) {
        int n = violations.size();
        int width = violations.stream().mapToInt(v -> v.path().length()).max().orElse(0);
        return violations.stream()
                .map(v -> "\n  " + v.path() + " ".repeat(width - v.path().length() + (width == 0 ? 0 : 3)) + v.rule()
                        + ": " + v.message())
                .collect(Collectors.joining("", label + " has " + n + (n == 1 ? " problem" : " problems"), ""));
    }
}
