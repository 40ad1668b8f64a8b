package io.druidingest.validation;

/**
 * One thing that a spec must (or should) be, with a stable id to match on.
 *
 * <p>All rules of the library are the constants of {@link Rules}; rules of types of your own are made with
 * {@link #error} and {@link #warning}. Immutable.
 */
public final class Rule {

    private final String id;
    private final Severity severity;
    private final String summary;
    private final String docs;

    private Rule(String id, Severity severity, String summary, String docs) {
        this.id = id;
        this.severity = severity;
        this.summary = summary;
        this.docs = docs;
    }

    /** A rule whose breach makes {@code build()} throw. */
    public static Rule error(String id, String summary, String docs) {
        return new Rule(id, Severity.ERROR, summary, docs);
    }

    /** A rule whose breach is only listed. */
    public static Rule warning(String id, String summary, String docs) {
        return new Rule(id, Severity.WARNING, summary, docs);
    }

    /** The stable name, for example {@code append-needs-dynamic}. */
    public String id() {
        return id;
    }

    /** What breaking it leads to. */
    public Severity severity() {
        return severity;
    }

    /** What the rule asks for, in one sentence. */
    public String summary() {
        return summary;
    }

    /** The page of Druid's documentation behind it, relative to {@code https://druid.apache.org/docs/latest/}. */
    public String docs() {
        return docs;
    }

    @Override
    public String toString() {
        return id;
    }
}
