package io.druidingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** One difference that {@link SpecJson#diff} found. Immutable; its {@code toString} masks secrets. */
public final class Change {

    /** What became of the value at a path. */
    public enum Kind {
        /** It is said only after. */
        ADDED,
        /** It is said only before. */
        REMOVED,
        /** It is said before and after, and differs. */
        CHANGED
    }

    private final String path;
    private final @Nullable JsonNode before;
    private final @Nullable JsonNode after;
    private final String shown;

    Change(String path, @Nullable JsonNode before, @Nullable JsonNode after, String shown) {
        this.path = path;
        this.before = before;
        this.after = after;
        this.shown = shown;
    }

    /** Where, for example {@code spec.dataSchema.metricsSpec[0].name}; empty for the whole value. */
    public String path() {
        return path;
    }

    /** What became of the value there. */
    public Kind kind() {
        return before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
    }

    /** What was there before, secrets included; null where nothing was. */
    public @Nullable JsonNode before() {
        return before == null ? null : before.deepCopy();
    }

    /** What is there after, secrets included; null where nothing is. */
    public @Nullable JsonNode after() {
        return after == null ? null : after.deepCopy();
    }

    /** For example {@code spec.tuningConfig.maxRetry changed: 3 -> 5}. */
    @Override
    public String toString() {
        return shown;
    }
}
