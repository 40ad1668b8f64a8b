package io.druidingest.testkit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.Task;
import io.druidingest.testkit.FakeOverlord;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Asserts about what an Overlord was sent. */
public final class FakeOverlordAssert extends AbstractAssert<FakeOverlordAssert, FakeOverlord> {

    FakeOverlordAssert(FakeOverlord actual) {
        super(actual, FakeOverlordAssert.class);
    }

    /** Counts the tasks that were taken with this spec, whatever their ids. */
    public Received received(Task task) {
        isNotNull();
        return new Received(task);
    }

    /** Knew an answer to every request. */
    public FakeOverlordAssert hasNoUnexpectedRequests() {
        isNotNull();
        if (!actual.unexpectedRequests().isEmpty()) {
            failWithMessage("expected no request without an answer, but these came: %s", actual.unexpectedRequests());
        }
        return this;
    }

    /** How often a task was taken. */
    public final class Received {

        private final Task task;

        Received(Task task) {
            this.task = task;
        }

        /** Just once: neither lost nor doubled. */
        public FakeOverlordAssert once() {
            return times(1);
        }

        /** Not at all. */
        public FakeOverlordAssert never() {
            return times(0);
        }

        /** That often. */
        public FakeOverlordAssert times(int times) {
            long count = actual.count(task);
            if (count != times) {
                failWithMessage(
                        "expected this task %d times, but it was taken %d times:%n  %s%nall tasks taken:%n%s",
                        times,
                        count,
                        SpecJson.tree(task),
                        actual.tasks().stream().map(JsonNode::toString).collect(Collectors.joining("\n  ", "  ", "")));
            }
            return FakeOverlordAssert.this;
        }
    }
}
