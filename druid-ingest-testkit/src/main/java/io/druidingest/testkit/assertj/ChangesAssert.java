package io.druidingest.testkit.assertj;

import io.druidingest.json.Change;
import io.druidingest.json.SpecJson;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Asserts about what {@link SpecJson#diff} found. */
public final class ChangesAssert extends AbstractAssert<ChangesAssert, List<Change>> {

    ChangesAssert(List<Change> actual) {
        super(actual, ChangesAssert.class);
    }

    /** Nothing differs. */
    public ChangesAssert isEmpty() {
        isNotNull();
        if (!actual.isEmpty()) {
            throw failure("expected no difference, but found:\n  %s", lines(actual));
        }
        return this;
    }

    /** Something differs at this path, and perhaps elsewhere. */
    public ChangesAssert hasChangeAt(String path) {
        isNotNull();
        if (actual.stream().noneMatch(c -> c.path().equals(path))) {
            throw failure("expected a difference at %s, but found:\n  %s", path, lines(actual));
        }
        return this;
    }

    /** Something differs at each of these paths, and nowhere else. */
    public ChangesAssert hasChangesOnlyAt(String... paths) {
        isNotNull();
        List<String> wanted = List.of(paths);
        wanted.forEach(this::hasChangeAt);
        if (actual.stream().anyMatch(c -> !wanted.contains(c.path()))) {
            throw failure(
                    "expected differences only at %s, but found:\n  %s",
                    wanted.isEmpty() ? "no path" : String.join(", ", wanted), lines(actual));
        }
        return this;
    }

    static String lines(List<Change> changes) {
        return changes.isEmpty()
                ? "no difference"
                : changes.stream().map(Change::toString).collect(Collectors.joining("\n  "));
    }
}
