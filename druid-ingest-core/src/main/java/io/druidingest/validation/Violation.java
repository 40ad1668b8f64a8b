package io.druidingest.validation;

/** One broken rule: where, which, and what to do about it. Immutable. */
public final class Violation {

    private final String path;
    private final Rule rule;
    private final String message;

    Violation(String path, Rule rule, String message) {
        this.path = path;
        this.rule = rule;
        this.message = message;
    }

    /** Where in the JSON document, for example {@code spec.dataSchema.metricsSpec[0].name}; empty for the document. */
    public String path() {
        return path;
    }

    /** The rule that is broken. */
    public Rule rule() {
        return rule;
    }

    /** What is wrong here and how to mend it. */
    public String message() {
        return message;
    }

    @Override
    public String toString() {
        return (path.isEmpty() ? "" : path + "   ") + rule + ": " + message;
    }
}
