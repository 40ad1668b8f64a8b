package io.druidingest.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Collects violations, each under the path of the value it is about. Not thread-safe; one walk uses one.
 *
 * <pre>{@code at.at("queryGranularity").report(Rules.COARSER_THAN_SEGMENT, "DAY is coarser than HOUR"); }</pre>
 */
public final class Findings {

    private final List<Violation> found;
    private final String path;

    /** Starts at the root of a document, with nothing found. */
    public Findings() {
        this(new ArrayList<>(), "");
    }

    private Findings(List<Violation> found, String path) {
        this.found = found;
        this.path = path;
    }

    /** The same collection, one property further down. */
    public Findings at(String property) {
        return new Findings(found, path.isEmpty() ? property : path + "." + property);
    }

    /** The same collection, at one element of the list that stands here. */
    public Findings at(int index) {
        return new Findings(found, path + "[" + index + "]");
    }

    /** Notes that {@code rule} is broken here; the message names both sides and the fix. */
    public void report(Rule rule, String message) {
        found.add(new Violation(path, rule, message));
    }

    /** Where this stands in the document, for example {@code spec.dataSchema.metricsSpec[0]}; empty at the root. */
    public String path() {
        return path;
    }

    /** Everything found so far, anywhere in the document, in the order of finding. */
    public List<Violation> violations() {
        return Collections.unmodifiableList(found);
    }
}
