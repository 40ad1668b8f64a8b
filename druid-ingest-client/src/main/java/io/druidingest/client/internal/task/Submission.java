package io.druidingest.client.internal.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.TaskConflictException;
import io.druidingest.client.TaskUnconfirmedException;
import io.druidingest.client.internal.endpoint.TaskEndpoints;
import io.druidingest.client.internal.future.Steps;
import io.druidingest.client.internal.http.Call;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.Task;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Submits a task so that it is neither lost nor doubled. The id is chosen here, so that sending again cannot make a second
 * task; and the spec's fingerprint travels in the task's context, so that a task that turns out to exist already can be
 * told from a different one of the same id, whatever defaults Druid has filled in.
 */
public final class Submission {

    /** The key in the task's context. */
    static final String FINGERPRINT = "druidIngestFingerprint";

    private final Transport transport;

    public Submission(Transport transport) {
        this.transport = transport;
    }

    /** Submits the task under the id, and gives the id back when Druid has the task. */
    public CompletableFuture<String> submit(Task task, String id) {
        String fingerprint = SpecJson.fingerprint(task, "id"); // a task is the same under whatever id
        byte[] body = TaskBody.of(task, id, fingerprint);
        return confirmed(TaskEndpoints.SUBMIT.callWith(body), id, "context", fingerprint);
    }

    /** Submits a statement in SQL, and gives the id of its task, which follows from that of its query. */
    public CompletableFuture<String> submit(Endpoint<?> door, ObjectNode statement, String sqlQueryId) {
        String fingerprint = UUID.nameUUIDFromBytes(Json.bytes(statement)).toString();
        ObjectNode body = statement.deepCopy();
        body.withObject("/context").put("sqlQueryId", sqlQueryId).put(FINGERPRINT, fingerprint);
        return confirmed(door.callWith(Json.bytes(body)), "query-" + sqlQueryId, "sqlQueryContext", fingerprint);
    }

    /** @param context where the task that Druid has keeps the fingerprint */
    private <T> CompletableFuture<String> confirmed(Call<T> call, String id, String context, String fingerprint) {
        return Steps.run(steps -> steps.stepOr(
                steps.step(transport.send(call)).thenApply(taken -> id),
                failure -> resolve(id, context, fingerprint, failure)));
    }

    private CompletableFuture<String> resolve(String id, String context, String fingerprint, Throwable failure) {
        if (isTaken(failure, id)) {
            return Steps.run(steps -> steps.step(transport.send(TaskEndpoints.PAYLOAD.call(id)))
                    .handle((existing, unread) -> {
                        if (unread != null) {
                            throw new TaskUnconfirmedException(id, Steps.cause(unread));
                        }
                        if (!existing.path(context).path(FINGERPRINT).asText().equals(fingerprint)) {
                            throw new TaskConflictException(id);
                        }
                        return id;
                    }));
        }
        return CompletableFuture.failedFuture(isUnclear(failure) ? new TaskUnconfirmedException(id, failure) : failure);
    }

    /**
     * Druid has a task of this id. Newer versions say so in a code, older ones in a sentence; and a Broker wraps what it
     * was told in an error of its own, 500.
     */
    private static boolean isTaken(Throwable failure, String id) {
        if (!(failure instanceof DruidHttpException)) {
            return false;
        }
        DruidHttpException refusal = (DruidHttpException) failure;
        if (refusal.status() != 400 && refusal.status() != 500) {
            return false;
        }
        return "entryAlreadyExists".equals(refusal.error().errorCode())
                || (refusal.error().message().contains(id)
                        && refusal.error().message().toLowerCase(Locale.ROOT).contains("already exists"));
    }

    /** An earlier request, or the last one, may have got through although no answer came back. */
    private static boolean isUnclear(Throwable failure) {
        return failure instanceof DruidTransportException
                ? ((DruidTransportException) failure).mayHaveArrived()
                : failure instanceof DruidHttpException
                        && (((DruidHttpException) failure).isRetryable() || isBroken((DruidHttpException) failure))
                        && ((DruidHttpException) failure).status() != 429;
    }

    /** What a Broker says that has sent a task on, and has not heard of it since. */
    private static boolean isBroken(DruidHttpException failure) {
        return failure.status() == 500 && "UNCATEGORIZED".equals(failure.error().category());
    }
}
