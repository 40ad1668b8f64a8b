package io.druidingest.client;

import io.druidingest.client.internal.task.Availability;
import io.druidingest.client.internal.task.Steps;
import io.druidingest.client.internal.task.TaskPoller;
import io.druidingest.client.model.IngestResult;
import io.druidingest.client.model.TaskReport;
import io.druidingest.client.model.TaskState;
import io.druidingest.client.model.TaskStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One task on the cluster. The id is all there is to it: {@link Tasks#attach} makes another handle at any time. Cancelling
 * a future of a handle stops the waiting, and only {@link #shutdown} stops the task. Thread-safe.
 */
public final class TaskHandle {

    private static final Duration LOADING = Duration.ofMinutes(15);

    private final String id;
    private final Tasks tasks;
    private final TaskPoller poller;
    private final Availability availability;

    TaskHandle(String id, Tasks tasks, TaskPoller poller, Availability availability) {
        this.id = id;
        this.tasks = tasks;
        this.poller = poller;
        this.availability = availability;
    }

    /** The id that Druid knows the task by. */
    public String id() {
        return id;
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
        return poller.ended(id);
    }

    /** {@link #queryable(Duration)}, with 15 minutes for the loading. */
    public CompletableFuture<IngestResult> queryable() {
        return queryable(LOADING);
    }

    /**
     * Waits until every row that the task wrote can be queried.
     *
     * @param timeout how long the loading may take after the task has ended
     * @return fails with {@link TaskFailedException} if the task fails, {@link TaskTimeoutException} if its segments are
     *     not all served in time, and {@link TaskNotFoundException} if Druid does not know the task
     */
    public CompletableFuture<IngestResult> queryable(Duration timeout) {
        return Steps.run(steps -> steps.step(completion())
                .thenCompose(ended -> steps.step(tasks.reportWhenThere(id))
                        .handle((report, unread) -> {
                            if (ended.state() != TaskState.SUCCESS) {
                                throw failed(ended, report, unread);
                            }
                            if (unread != null) {
                                throw new CompletionException(unread);
                            }
                            return report;
                        })
                        .thenCompose(report -> steps.step(availability.queryable(ended, report, timeout)))));
    }

    /** That the task failed matters more than that its report could not be read. */
    private static TaskFailedException failed(
            TaskStatus ended, @Nullable TaskReport report, @Nullable Throwable unread) {
        TaskFailedException failed = new TaskFailedException(ended, report);
        if (unread != null) {
            failed.addSuppressed(unread);
        }
        return failed;
    }

    /**
     * What the task tells about its work; there a moment after it has ended.
     *
     * @return fails with {@link TaskNotFoundException} if Druid has no report
     */
    public CompletableFuture<TaskReport> report() {
        return tasks.report(id);
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
