package io.druidingest.client;

import io.druidingest.client.IngestEvent.Rung;
import io.druidingest.client.internal.future.Steps;
import io.druidingest.client.internal.task.Deadline;
import io.druidingest.client.model.IngestResult;
import io.druidingest.client.model.TaskReport;
import io.druidingest.client.model.TaskState;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.spec.Task;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One task on the cluster. The id is all there is to it: {@link Tasks#attach} makes another handle at any time. One waits
 * for a task rung by rung: {@link #completion}, {@link #published}, {@link #queryable}. Cancelling a future of a handle
 * stops the waiting, and only {@link #shutdown} stops the task. Thread-safe.
 *
 * <p>What takes a time has a name of its own, so that {@code TaskHandle::queryable} means one method, and Java knows its type.
 */
public final class TaskHandle {

    private static final Duration PUBLISHING = Duration.ofMinutes(5);
    private static final Duration LOADING = Duration.ofMinutes(15);

    private final String id;
    private final OutcomePolicy policy;
    private final Tasks tasks;

    TaskHandle(String id, OutcomePolicy policy, Tasks tasks) {
        this.id = id;
        this.policy = policy;
        this.tasks = tasks;
    }

    /** The id that Druid knows the task by. */
    public String id() {
        return id;
    }

    /**
     * This handle, with another opinion of what a success is: for example {@code p -> p.atLeastRows(1)}. Where the task
     * ends in SUCCESS and has not loaded what the policy asks for, {@link #published} and {@link #queryable} fail with
     * {@link HollowTaskException}.
     */
    public TaskHandle expecting(UnaryOperator<OutcomePolicy> expected) {
        return tasks.attach(id, expected.apply(policy));
    }

    /** What the task is, as {@link Tasks#payload} tells it. */
    public CompletableFuture<Task> payload() {
        return tasks.payload(id);
    }

    /** How the task stands now. */
    public CompletableFuture<TaskStatus> status() {
        return tasks.status(id);
    }

    /**
     * Waits for the end of the task.
     *
     * @return its last status, SUCCESS and FAILED alike; fails with {@link TaskNotFoundException} if Druid does not know
     *     the task
     */
    public CompletableFuture<TaskStatus> completion() {
        return tasks.completion(id);
    }

    /**
     * Waits for the end of the task, and no longer than that.
     *
     * @return as {@link #completion()}; fails with {@link TaskTimeoutException} if the time is up, and the task goes on
     */
    public CompletableFuture<TaskStatus> completionWithin(Duration timeout) {
        return tasks.outcomes()
                .told(
                        id,
                        Rung.COMPLETION,
                        Deadline.bound(
                                tasks.ended(id),
                                timeout,
                                tasks.transport(),
                                () -> new TaskTimeoutException(
                                        id, Rung.COMPLETION, timeout, "it waits, or still runs", null)));
    }

    /** {@link #publishedWithin(Duration)}, with 5 minutes for the publication to be seen. */
    public CompletableFuture<IngestResult> published() {
        return publishedWithin(PUBLISHING);
    }

    /**
     * Waits until the segments that the task wrote are in Druid's metadata store, from where nothing but a kill task takes
     * them. Servers load them after that.
     *
     * @param timeout how long that may take after the task has ended
     * @return fails as {@link #queryableWithin(Duration)} does
     */
    public CompletableFuture<IngestResult> publishedWithin(Duration timeout) {
        return reached(Rung.PUBLISHED, timeout);
    }

    /** {@link #queryableWithin(Duration)}, with 15 minutes for the loading. */
    public CompletableFuture<IngestResult> queryable() {
        return queryableWithin(LOADING);
    }

    /**
     * Waits until every row that the task wrote can be queried; but those in segments that the retention rules load
     * nowhere, which {@link IngestResult#unloaded} tells.
     *
     * @param timeout how long the loading may take after the task has ended
     * @return fails with {@link TaskFailedException} if the task fails, {@link HollowTaskException} if it succeeds and has
     *     not loaded what is {@linkplain #expecting expected}, {@link TaskTimeoutException} if its segments are not all
     *     served in time, and {@link TaskNotFoundException} if Druid does not know the task
     */
    public CompletableFuture<IngestResult> queryableWithin(Duration timeout) {
        return reached(Rung.QUERYABLE, timeout);
    }

    private CompletableFuture<IngestResult> reached(Rung rung, Duration timeout) {
        return tasks.outcomes()
                .told(
                        id,
                        rung,
                        Steps.run(steps -> steps.step(tasks.ended(id))
                                .thenCompose(ended -> steps.step(
                                        ended.state() == TaskState.SUCCESS
                                                ? tasks.availability()
                                                        .reached(rung, ended, expected(ended, timeout), timeout)
                                                : failed(ended, timeout)))));
    }

    /** The report of a task that did what is expected of it; null if there is none. */
    private CompletableFuture<@Nullable TaskReport> expected(TaskStatus ended, Duration timeout) {
        return Steps.run(steps -> steps.step(tasks.reportWhenThere(id, timeout)).thenApply(report -> {
            List<String> violations = policy.violations(report);
            if (!violations.isEmpty()) {
                throw new HollowTaskException(ended, report, violations);
            }
            return report;
        }));
    }

    /** That the task failed matters more than that its report could not be read, in time or at all. */
    private CompletableFuture<IngestResult> failed(TaskStatus ended, Duration timeout) {
        CompletableFuture<@Nullable TaskReport> report = Deadline.bound(
                tasks.reportWhenThere(id, timeout),
                timeout,
                tasks.transport(),
                () -> new TimeoutException("the report of task " + id + " could not be read within " + timeout));
        return Steps.run(steps -> steps.step(report).handle((told, unread) -> {
            TaskFailedException failed = new TaskFailedException(ended, told);
            if (unread != null) {
                failed.addSuppressed(Steps.cause(unread));
            }
            throw failed;
        }));
    }

    /**
     * What the task tells about its work: some types while they run, all a moment after they have ended.
     *
     * @return fails with {@link TaskNotFoundException} if Druid has no report
     */
    public CompletableFuture<TaskReport> report() {
        return tasks.report(id);
    }

    /** The log of the task. Asks nothing yet. */
    public TaskLog log() {
        return tasks.log(id);
    }

    /** Stops the task on the cluster. One that has ended stays as it is. */
    public CompletableFuture<Void> shutdown() {
        return tasks.shutdown(id);
    }

    @Override
    public String toString() {
        return "TaskHandle{" + id + "}";
    }
}
