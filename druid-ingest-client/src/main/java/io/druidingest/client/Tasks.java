package io.druidingest.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.client.internal.endpoint.TaskEndpoints;
import io.druidingest.client.internal.future.Steps;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.internal.task.Availability;
import io.druidingest.client.internal.task.Outcomes;
import io.druidingest.client.internal.task.SampleRequest;
import io.druidingest.client.internal.task.Submission;
import io.druidingest.client.internal.task.TaskPoller;
import io.druidingest.client.model.SampleResult;
import io.druidingest.client.model.TaskLock;
import io.druidingest.client.model.TaskReport;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.Supervisor;
import io.druidingest.spec.Task;
import io.druidingest.unit.Interval;
import io.druidingest.validation.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    private final Outcomes outcomes;

    Tasks(Transport transport, TaskPoller poller, Availability availability) {
        this.transport = transport;
        this.poller = poller;
        this.availability = availability;
        this.submission = new Submission(transport);
        this.outcomes = new Outcomes(transport);
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
        SubmitOptions chosen = options.apply(new SubmitOptions());
        String id = id(task, chosen);
        for (Violation warning : task.warnings()) {
            LOG.warn("task {}: {}", id, warning);
        }
        return Steps.run(steps -> steps.step(submission.submit(task, id)).thenApply(taken -> {
            LOG.info("task {} submitted", taken);
            return attach(taken, chosen.outcome());
        }));
    }

    /** A handle on a task by its id, for example after a restart. Asks nothing. */
    public TaskHandle attach(String id) {
        return attach(id, OutcomePolicy.ANY);
    }

    TaskHandle attach(String id, OutcomePolicy policy) {
        return new TaskHandle(id, policy, this);
    }

    /**
     * Waits for all of them: {@code awaitAll(handles, TaskHandle::queryable)}. Cancelling the future stops all of the
     * waiting, and no task.
     *
     * @param rung what to wait for
     * @return what each came to, in the order of the handles. When all are over and some have failed, it fails with the
     *     first failure in that order, which has the others suppressed in it
     */
    public <T> CompletableFuture<List<T>> awaitAll(
            Collection<TaskHandle> handles, Function<? super TaskHandle, CompletableFuture<T>> rung) {
        return Steps.all(handles.stream().map(rung).collect(Collectors.toList()));
    }

    /**
     * What a task is, as Druid keeps it: with what it has filled in, and with secrets blotted out.
     *
     * @return fails with {@link TaskNotFoundException} if Druid does not know it, and with
     *     {@link io.druidingest.validation.SpecValidationException} if it cannot be read as a task of this library, which may
     *     be so of one from elsewhere: then there is {@link #rawPayload}. What rules it breaks,
     *     {@link SpecJson#violations} tells
     */
    public CompletableFuture<Task> payload(String id) {
        return Steps.run(steps -> steps.step(rawPayload(id))
                .thenApply(json -> SpecJson.read(json.toString(), Task.class, SpecJson.Mode.AS_FOUND)));
    }

    /**
     * What a task is, in the words of Druid.
     *
     * @return fails with {@link TaskNotFoundException} if Druid does not know it
     */
    public CompletableFuture<JsonNode> rawPayload(String id) {
        return known(id, transport.send(TaskEndpoints.PAYLOAD.call(id)));
    }

    /**
     * How many tasks stand, in a request for each thousand.
     *
     * @return the statuses by id, in the short form; those that Druid does not know are left out
     */
    public CompletableFuture<Map<String, TaskStatus>> statuses(Collection<String> ids) {
        List<String> all = List.copyOf(new LinkedHashSet<>(ids));
        Map<String, TaskStatus> statuses = new LinkedHashMap<>();
        return Steps.run(steps -> {
            CompletableFuture<@Nullable Void> asked = CompletableFuture.completedFuture(null);
            for (int from = 0; from < all.size(); from += TaskPoller.CHUNK) {
                List<String> chunk = all.subList(from, Math.min(all.size(), from + TaskPoller.CHUNK));
                asked = asked.thenCompose(
                        before -> steps.step(transport.send(TaskEndpoints.STATUSES.callWith(Json.bytes(chunk))))
                                .thenAccept(statuses::putAll));
            }
            return asked.thenApply(last -> statuses);
        });
    }

    /** The tasks of the cluster; see {@link TaskListOptions#createdWithin} for which of those that have ended. */
    public CompletableFuture<List<TaskStatus>> list() {
        return list(options -> options);
    }

    /**
     * Some of the tasks of the cluster, for example {@code o -> o.dataSource("wikipedia").state(RUNNING)}. Where Druid
     * checks permissions, those that one may not read are left out.
     *
     * @return first those that have ended, newest first
     */
    public CompletableFuture<List<TaskStatus>> list(UnaryOperator<TaskListOptions> options) {
        TaskListOptions chosen = options.apply(new TaskListOptions());
        return transport.send(TaskEndpoints.LIST
                .call()
                .query("state", chosen.state())
                .query("datasource", chosen.dataSource())
                .query("type", chosen.type())
                .query("max", chosen.max())
                .query("createdTimeInterval", chosen.createdWithin() == null ? null : lately(chosen.createdWithin())));
    }

    /** Druid reads no more of it than how long it is. */
    private String lately(Duration duration) {
        Instant now = transport.time().now().truncatedTo(ChronoUnit.MILLIS);
        return now.minus(duration) + "_" + now;
    }

    /** The log of a task. Asks nothing yet. */
    public TaskLog log(String id) {
        return new TaskLog(transport, id, null);
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

    /**
     * Stops all tasks of a datasource that have not ended, one by one: Druid's own request for that does nothing since
     * Druid 32. A supervisor starts new ones in their place; suspend it first.
     *
     * @return the tasks that were there; fails if one could not be stopped, after all others were told
     */
    public CompletableFuture<List<String>> shutdownAll(String dataSource) {
        return Steps.run(steps -> steps.step(
                        list(options -> options.dataSource(dataSource).max(0)))
                .thenCompose(active -> steps.step(Steps.all(active.stream()
                        .filter(task -> !task.state().isTerminal())
                        .map(task -> shutdownIfThere(task.id()))
                        .collect(Collectors.toList())))));
    }

    /** One that is gone by now need not be stopped. */
    private CompletableFuture<String> shutdownIfThere(String id) {
        return Steps.run(steps -> steps.step(shutdown(id)).handle((stopped, failure) -> {
            if (failure == null || failure instanceof TaskNotFoundException) {
                return id;
            }
            throw new CompletionException(failure);
        }));
    }

    /** The times of a datasource that tasks hold locks on. Since Druid 30, or a little earlier. */
    public CompletableFuture<List<Interval>> lockedIntervals(String dataSource, UnaryOperator<LockOptions> options) {
        return transport.send(TaskEndpoints.LOCKED_INTERVALS.callWith(locks(dataSource, options)));
    }

    /** The locks that tasks hold on a datasource. Since Druid 31 or 32. */
    public CompletableFuture<List<TaskLock>> activeLocks(String dataSource, UnaryOperator<LockOptions> options) {
        return transport.send(TaskEndpoints.ACTIVE_LOCKS.callWith(locks(dataSource, options)));
    }

    private static byte[] locks(String dataSource, UnaryOperator<LockOptions> options) {
        LockOptions chosen = options.apply(new LockOptions());
        ObjectNode filter = JsonNodeFactory.instance.objectNode();
        filter.put("datasource", dataSource).put("priority", chosen.priority());
        if (chosen.intervals() != null) {
            ArrayNode intervals = filter.putArray("intervals");
            chosen.intervals().forEach(interval -> intervals.add(interval.toString()));
        }
        return Json.bytes(List.of(filter));
    }

    /**
     * Reads the first rows of the input of a load, and tells what would become of them; loads nothing.
     *
     * @param load of type {@code index_parallel} or {@code index}: the very spec that is going to be submitted
     * @return fails with {@link DruidHttpException} if Druid refuses the spec, or cannot read the input
     * @throws IllegalArgumentException if it is a task of another type
     */
    public CompletableFuture<SampleResult> sample(Task load, UnaryOperator<SamplerOptions> options) {
        SamplerOptions chosen = options.apply(new SamplerOptions());
        return transport.send(
                TaskEndpoints.SAMPLE.callWith(SampleRequest.of(load, chosen.numRows(), chosen.timeout())));
    }

    /**
     * Reads some rows of a stream, and tells what would become of them; loads nothing.
     *
     * @param stream the very spec that is going to be submitted
     * @return fails with {@link DruidHttpException} if Druid refuses the spec, or cannot read the stream
     * @throws IllegalArgumentException if the supervisor does not read a stream
     */
    public CompletableFuture<SampleResult> sample(Supervisor stream, UnaryOperator<SamplerOptions> options) {
        SamplerOptions chosen = options.apply(new SamplerOptions());
        return transport.send(
                TaskEndpoints.SAMPLE.callWith(SampleRequest.of(stream, chosen.numRows(), chosen.timeout())));
    }

    /**
     * Deletes what Druid keeps of segments that tasks were about to write and never published, of a time in which none of
     * the datasource writes.
     *
     * @return how many there were
     */
    public CompletableFuture<Long> deletePendingSegments(String dataSource, Interval interval) {
        return transport.send(
                TaskEndpoints.DELETE_PENDING_SEGMENTS.call(dataSource).query("interval", interval));
    }

    Transport transport() {
        return transport;
    }

    /** Waits for the end of a task, and asks for it together with all others that are waited for. */
    CompletableFuture<TaskStatus> ended(String id) {
        return poller.ended(id);
    }

    /** The same, of which the end is told. */
    CompletableFuture<TaskStatus> completion(String id) {
        return poller.completion(id);
    }

    Availability availability() {
        return availability;
    }

    Outcomes outcomes() {
        return outcomes;
    }

    /** The report of a task that has ended, for which Druid may take a moment; null if there is none to come. */
    CompletableFuture<@Nullable TaskReport> reportWhenThere(String id, Duration timeout) {
        Duration half = timeout.dividedBy(2); // the rest is for the segments
        return transport
                .poll()
                .until(
                        () -> Steps.run(steps -> steps.step(transport.send(TaskEndpoints.REPORT.call(id)))
                                .handle(Tasks::orNullIfMissing)),
                        report -> report != null,
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        half.compareTo(REPORT_PATIENCE) < 0 ? half : REPORT_PATIENCE);
    }

    private static <T> @Nullable T orNullIfMissing(@Nullable T answer, @Nullable Throwable failure) {
        if (failure == null || Missing.is(failure)) {
            return answer;
        }
        throw new CompletionException(failure);
    }

    /** With what Druid does not have told as that. */
    static <T> CompletableFuture<T> known(String id, CompletableFuture<T> answer) {
        return Missing.told(answer, failure -> new TaskNotFoundException(id, failure));
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
