package io.druidingest.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects violations, each under the path of the value it is about. Not thread-safe; one walk uses one.
 *
 * <pre>{@code at.at("queryGranularity").report(Rules.COARSER_THAN_SEGMENT, "DAY is coarser than HOUR"); }</pre>
 */
public final class Findings {

    private final List<Violation> found;
    private final @Nullable Findings parent;
    private final @Nullable String property;
    private final int index;

    /** Starts at the root of a document, with nothing found. */
    public Findings() {
        this(new ArrayList<>(), null, null, 0);
    }

    /** One step down, to a property or, where that is null, to an element. Paths are made only where one is needed. */
    private Findings(List<Violation> found, @Nullable Findings parent, @Nullable String property, int index) {
        this.found = found;
        this.parent = parent;
        this.property = property;
        this.index = index;
    }

    /** The same collection, one property further down. */
    public Findings at(String property) {
        return new Findings(found, this, property, 0);
    }

    /** The same collection, at one element of the list that stands here. */
    public Findings at(int index) {
        return new Findings(found, this, null, index);
    }

    /** Notes that {@code rule} is broken here; the message names both sides and the fix. */
    public void report(Rule rule, String message) {
        found.add(new Violation(path(), rule, message));
    }

    /** Where this stands in the document, for example {@code spec.dataSchema.metricsSpec[0]}; empty at the root. */
    public String path() {
        StringBuilder path = new StringBuilder();
        append(path);
        return path.toString();
    }

    private void append(StringBuilder path) {
        if (parent == null) {
            return;
        }
        parent.append(path);
        if (property == null) {
            path.append('[').append(index).append(']');
        } else {
            path.append(path.length() == 0 ? "" : ".").append(property);
        }
    }

    /** How many violations were found so far, anywhere in the document. */
    public int count() {
        return found.size();
    }

    /** Everything found so far, anywhere in the document, in the order of finding. */
    public List<Violation> violations() {
        return Collections.unmodifiableList(found);
    }
}
