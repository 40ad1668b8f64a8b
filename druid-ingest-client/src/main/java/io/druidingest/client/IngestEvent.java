package io.druidingest.client;

import io.druidingest.client.model.TaskState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an {@link IngestListener} is told. No event holds a body, a header or a secret. Immutable. */
public abstract class IngestEvent {

    private IngestEvent() {}

    /** An event about one of Druid's endpoints. */
    public abstract static class OfEndpoint extends IngestEvent {

        private final String endpoint;

        OfEndpoint(String endpoint) {
            this.endpoint = endpoint;
        }

        /** Method and path template, for example {@code GET /druid/indexer/v1/task/{id}/status}. */
        public final String endpoint() {
            return endpoint;
        }
    }

    /** A request that is over. */
    public static final class Request extends OfEndpoint {

        private final int attempts;
        private final Duration duration;
        private final @Nullable Throwable failure;

        /** Made by the client; see the accessors for the parts. */
        public Request(String endpoint, int attempts, Duration duration, @Nullable Throwable failure) {
            super(endpoint);
            this.attempts = attempts;
            this.duration = duration;
            this.failure = failure;
        }

        /** How often it was sent. */
        public int attempts() {
            return attempts;
        }

        /** How long it took, with all attempts and the pauses between them. */
        public Duration duration() {
            return duration;
        }

        /** Why it failed; null if it did not. */
        public @Nullable Throwable failure() {
            return failure;
        }

        @Override
        public String toString() {
            return "Request{" + endpoint() + ", attempts=" + attempts + ", duration=" + duration
                    + (failure == null ? "" : ", failure=" + failure) + "}";
        }
    }

    /** One HTTP exchange. */
    public static final class Attempt extends OfEndpoint {

        private final String host;
        private final int status;
        private final Duration duration;

        /** Made by the client; see the accessors for the parts. */
        public Attempt(String endpoint, String host, int status, Duration duration) {
            super(endpoint);
            this.host = host;
            this.status = status;
            this.duration = duration;
        }

        /** Host and port that were asked. */
        public String host() {
            return host;
        }

        /** The HTTP status of the answer; 0 if none came. */
        public int status() {
            return status;
        }

        /** How long it took until the answer was there, or failed to come. */
        public Duration duration() {
            return duration;
        }

        @Override
        public String toString() {
            return "Attempt{" + endpoint() + ", host=" + host + ", status=" + status + ", duration=" + duration + "}";
        }
    }

    /** An attempt that failed, and is followed by another one. */
    public static final class Retry extends OfEndpoint {

        private final int attempts;
        private final Duration delay;
        private final Throwable failure;

        /** Made by the client; see the accessors for the parts. */
        public Retry(String endpoint, int attempts, Duration delay, Throwable failure) {
            super(endpoint);
            this.attempts = attempts;
            this.delay = delay;
            this.failure = failure;
        }

        /** How many attempts have failed so far. */
        public int attempts() {
            return attempts;
        }

        /** How long the pause until the next one is. */
        public Duration delay() {
            return delay;
        }

        /** Why the last one failed. */
        public Throwable failure() {
            return failure;
        }

        @Override
        public String toString() {
            return "Retry{" + endpoint() + ", attempts=" + attempts + ", delay=" + delay + ", failure=" + failure + "}";
        }
    }

    /** One question about many tasks. */
    public static final class Poll extends IngestEvent {

        private final int asked;
        private final int ended;
        private final @Nullable Throwable failure;

        /** Made by the client; see the accessors for the parts. */
        public Poll(int asked, int ended, @Nullable Throwable failure) {
            this.asked = asked;
            this.ended = ended;
            this.failure = failure;
        }

        /** How many tasks were asked after. */
        public int asked() {
            return asked;
        }

        /** How many of them have ended. */
        public int ended() {
            return ended;
        }

        /** Why no answer came; null if one did. */
        public @Nullable Throwable failure() {
            return failure;
        }

        @Override
        public String toString() {
            return "Poll{asked=" + asked + ", ended=" + ended + (failure == null ? "" : ", failure=" + failure) + "}";
        }
    }

    /** An event about one task. */
    public abstract static class OfTask extends IngestEvent {

        private final String taskId;

        OfTask(String taskId) {
            this.taskId = taskId;
        }

        /** The task. */
        public final String taskId() {
            return taskId;
        }
    }

    /** A task that stands otherwise than when it was last asked after. */
    public static final class StateChange extends OfTask {

        private final @Nullable TaskState before;
        private final TaskState after;

        /** Made by the client; see the accessors for the parts. */
        public StateChange(String taskId, @Nullable TaskState before, TaskState after) {
            super(taskId);
            this.before = before;
            this.after = after;
        }

        /** How it stood; null if it was not asked after before. */
        public @Nullable TaskState before() {
            return before;
        }

        /** How it stands. */
        public TaskState after() {
            return after;
        }

        @Override
        public String toString() {
            return "StateChange{" + taskId() + ", " + before + " -> " + after + "}";
        }
    }

    /** The end of waiting for a task. */
    public static final class Outcome extends OfTask {

        private final Rung rung;
        private final Duration duration;
        private final @Nullable Throwable failure;

        /** Made by the client; see the accessors for the parts. */
        public Outcome(String taskId, Rung rung, Duration duration, @Nullable Throwable failure) {
            super(taskId);
            this.rung = rung;
            this.duration = duration;
            this.failure = failure;
        }

        /** What was waited for. */
        public Rung rung() {
            return rung;
        }

        /** How long it was waited for. */
        public Duration duration() {
            return duration;
        }

        /** Why it did not come to that; null if it did. */
        public @Nullable Throwable failure() {
            return failure;
        }

        @Override
        public String toString() {
            return "Outcome{" + taskId() + ", " + rung + ", duration=" + duration
                    + (failure == null ? "" : ", failure=" + failure) + "}";
        }
    }

    /** What can be waited for, one after the other. */
    public enum Rung {
        /** The task has ended, well or badly. */
        COMPLETION,
        /** Its segments are in the metadata store. */
        PUBLISHED,
        /** Its rows can be queried. */
        QUERYABLE
    }
}
