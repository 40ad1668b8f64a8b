package io.druidingest.testkit.assertj;

import io.druidingest.client.model.IngestResult;
import org.assertj.core.api.AbstractAssert;

/** Asserts about what a task wrote. */
public final class IngestResultAssert extends AbstractAssert<IngestResultAssert, IngestResult> {

    IngestResultAssert(IngestResult actual) {
        super(actual, IngestResultAssert.class);
    }

    /** That many rows were written, by what the task reported. */
    public IngestResultAssert hasRows(long rows) {
        isNotNull();
        long found = actual.report().rows().loaded();
        if (found != rows) {
            throw failure(
                    "expected task %s to have written %d rows, but it wrote %d: %s",
                    actual.status().id(), rows, found, actual);
        }
        return this;
    }

    /** Nothing was written: the SUCCESS was hollow. */
    public IngestResultAssert isEmpty() {
        isNotNull();
        if (!actual.isEmpty()) {
            throw failure(
                    "expected task %s to have written nothing, but: %s",
                    actual.status().id(), actual);
        }
        return this;
    }

    /** Something was written. */
    public IngestResultAssert isNotEmpty() {
        isNotNull();
        if (actual.isEmpty()) {
            throw failure(
                    "expected task %s to have written something, but: %s",
                    actual.status().id(), actual);
        }
        return this;
    }
}
