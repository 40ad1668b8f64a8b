package io.druidingest.testkit.assertj;

import io.druidingest.spec.Task;
import io.druidingest.testkit.FakeOverlord;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Asserts about what an Overlord was sent. */
public final class FakeOverlordAssert extends AbstractAssert<FakeOverlordAssert, FakeOverlord> {

    private static final Pattern POLL =
            Pattern.compile("POST /druid/indexer/v1/taskStatus|GET /druid/indexer/v1/task/[^/]+/status");

    FakeOverlordAssert(FakeOverlord actual) {
        super(actual, FakeOverlordAssert.class);
    }

    /**
     * Counts the tasks that were taken with this spec, whatever their ids unless it has one. If they are not as many as they
     * should be, all that were taken are listed, closest first, with what differs.
     */
    public Received received(Task task) {
        isNotNull();
        return new Received(task);
    }

    /** Was asked at most that often how tasks stand, be it about one or about many at once. */
    public FakeOverlordAssert polledAtMost(int times) {
        isNotNull();
        List<String> polls = actual.requests().stream()
                .filter(r -> POLL.matcher(r).matches())
                .collect(Collectors.toList());
        if (polls.size() > times) {
            throw failure(
                    "expected at most %d polls of how tasks stand, but there were %d:\n  %s",
                    times, polls.size(), String.join("\n  ", polls));
        }
        return this;
    }

    /** Knew an answer to every request. */
    public FakeOverlordAssert hasNoUnexpectedRequests() {
        isNotNull();
        List<String> unexpected = actual.unexpectedRequests();
        if (!unexpected.isEmpty()) {
            throw failure(
                    "expected nothing that Druid does not know, but this came:\n  %s", String.join("\n  ", unexpected));
        }
        return this;
    }

    /** Met all that was said beforehand, as {@link FakeOverlord#unusedScripts} tells: each plan, fault and answer. */
    public FakeOverlordAssert hasNoUnusedScripts() {
        isNotNull();
        List<String> unused = actual.unusedScripts();
        if (!unused.isEmpty()) {
            throw failure(
                    "expected all that was scripted to be met, but this never was:\n  %s", String.join("\n  ", unused));
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
                throw failure(
                        "expected this task %d times, but it was taken %d times:\n  %s\n%s",
                        times, count, task, Taken.list(task, actual.tasks()));
            }
            return FakeOverlordAssert.this;
        }
    }
}
