package io.druidingest.client;

import io.druidingest.client.internal.endpoint.TaskEndpoints;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.internal.task.Availability;
import io.druidingest.client.internal.task.Steps;
import io.druidingest.client.internal.task.Submission;
import io.druidingest.client.internal.task.TaskPoller;
import io.druidingest.client.model.TaskReport;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.spec.Task;
import io.druidingest.validation.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Submits tasks and follows them. Thread-safe.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/tasks-api">tasks API</a>
 */
public final class Tasks {

    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);
    private static final Duration REPORT_PATIENCE = Duration.ofSeconds(5);

    /** More than Druid refuses: these are also at home in paths, URLs and logs. */
    private static final Pattern ILLEGAL_IN_ID = Pattern.compile("^\\.|[^\\p{L}\\p{N}_.-]|[\\x{10000}-\\x{10FFFF}]");
    /** Together with what makes it unique, a name fits into the 255 characters that Druid stores. */
    private static final int LONGEST_NAME = 200;

    private final Transport transport;
    private final TaskPoller poller;
    private final Availability availability;
    private final Submission submission;

    Tasks(Transport transport, TaskPoller poller, Availability availability) {
        this.transport = transport;
        this.poller = poller;
        this.availability = availability;
        this.submission = new Submission(transport);
    }

    /** Submits a task as {@link #submit(Task, UnaryOperator)} does, as a submission of its own. */
    public CompletableFuture<TaskHandle> submit(Task task) {
        return submit(task, options -> options);
    }

    /**
     * Submits a task, once: whatever fails on the way, it is neither lost nor doubled.
     *
     * @throws IllegalArgumentException if there is an idempotency key, and the task has an id of its own
     * @return done when Druid has the task, which says nothing of its end. Fails with {@link TaskConflictException} if
     *     the key or id is taken by another spec, {@link DruidHttpException} if Druid refuses the task,
     *     {@link DruidTransportException} if Druid was not reached and {@link TaskUnconfirmedException} if no answer
     *     tells whether it has the task
     */
    public CompletableFuture<TaskHandle> submit(Task task, UnaryOperator<SubmitOptions> options) {
        String id = id(task, options.apply(new SubmitOptions()));
        for (Violation warning : task.warnings()) {
            LOG.warn("task {}: {}", id, warning);
        }
        return Steps.run(steps -> steps.step(submission.submit(task, id)).thenApply(taken -> {
            LOG.info("task {} submitted", taken);
            return attach(taken);
        }));
    }

    /** A handle on a task by its id, for example after a restart. Asks nothing. */
    public TaskHandle attach(String id) {
        return new TaskHandle(id, this, poller, availability);
    }

    /**
     * How a task stands.
     *
     * @return fails with {@link TaskNotFoundException} if Druid does not know it
     */
    public CompletableFuture<TaskStatus> status(String id) {
        return known(id, transport.send(TaskEndpoints.STATUS.call(id)));
    }

    /**
     * What a task tells about its work. Druid has it a moment after the task has ended.
     *
     * @return fails with {@link TaskNotFoundException} if Druid has no report, or does not know the task
     */
    public CompletableFuture<TaskReport> report(String id) {
        return known(id, transport.send(TaskEndpoints.REPORT.call(id)));
    }

    /**
     * Stops a task on the cluster. One that has ended stays as it is.
     *
     * @return done when Druid has marked it, which is before its process is gone; fails with
     *     {@link TaskNotFoundException} if Druid does not know it
     */
    public CompletableFuture<Void> shutdown(String id) {
        return Steps.run(steps -> steps.step(known(id, transport.send(TaskEndpoints.SHUTDOWN.call(id))))
                .thenAccept(task -> {}));
    }

    /** The report of a task that has ended, for which Druid may take a moment; null if there is none to come. */
    CompletableFuture<@Nullable TaskReport> reportWhenThere(String id) {
        return transport
                .poll()
                .until(
                        () -> Steps.run(steps -> steps.step(transport.send(TaskEndpoints.REPORT.call(id)))
                                .handle(Tasks::orNullIfMissing)),
                        report -> report != null,
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        REPORT_PATIENCE);
    }

    private static <T> @Nullable T orNullIfMissing(@Nullable T answer, @Nullable Throwable failure) {
        if (failure == null || isMissing(failure)) {
            return answer;
        }
        throw new CompletionException(failure);
    }

    private static <T> CompletableFuture<T> known(String id, CompletableFuture<T> answer) {
        return Steps.run(steps -> steps.step(answer).handle((value, failure) -> {
            if (failure == null) {
                return value;
            }
            throw isMissing(failure) ? new TaskNotFoundException(id, failure) : new CompletionException(failure);
        }));
    }

    private static boolean isMissing(Throwable failure) {
        return failure instanceof DruidHttpException
                && ((DruidHttpException) failure).status() == 404
                && !((DruidHttpException) failure).isUnknownPath();
    }

    /** The id to submit a task under. One that is made here is legal for Druid, whatever it is made of. */
    static String id(Task task, SubmitOptions options) {
        if (task.id() != null) {
            if (options.idempotencyKey() != null) {
                throw new IllegalArgumentException(
                        "the task has an id, which is its idempotency key; leave out one of the two");
            }
            return task.id();
        }
        String dataSource = task.dataSource();
        String name = task.type() + (dataSource == null ? "" : "_" + dataSource);
        String key = options.idempotencyKey();
        UUID unique = key == null
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes((name + "\n" + key).getBytes(StandardCharsets.UTF_8));
        String legal = ILLEGAL_IN_ID.matcher(name).replaceAll("-");
        return legal.substring(0, Math.min(legal.length(), LONGEST_NAME)) + "_" + unique;
    }
}
