package io.druidingest.client.internal.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.TaskConflictException;
import io.druidingest.client.TaskUnconfirmedException;
import io.druidingest.client.internal.endpoint.TaskEndpoints;
import io.druidingest.client.internal.future.Steps;
import io.druidingest.client.internal.http.Call;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Retries;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.Task;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

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

    /** What a failure means is for the cluster to tell: it is asked for the task, unless that was surely refused. */
    private CompletableFuture<String> resolve(String id, String context, String fingerprint, Throwable failure) {
        boolean taken = isTaken(failure, id);
        if (!taken && !isUnclear(failure)) {
            return CompletableFuture.failedFuture(failure);
        }
        Call<JsonNode> question = TaskEndpoints.PAYLOAD.call(id);
        return Steps.run(steps -> steps.step(taken ? transport.send(question) : transport.sendOnce(question))
                .handle((existing, unread) -> {
                    if (unread != null) {
                        throw taken
                                ? new TaskUnconfirmedException(id, Steps.cause(unread))
                                : notFound(id, failure, Steps.cause(unread));
                    }
                    if (!existing.path(context).path(FINGERPRINT).asText().equals(fingerprint)) {
                        throw new TaskConflictException(id);
                    }
                    return id;
                }));
    }

    /** Of a task that the cluster does not show, or not us. */
    private static RuntimeException notFound(String id, Throwable failure, Throwable unread) {
        return isAboutTheRequest(failure) || (isMissing(unread) && isVerdict(failure))
                ? new CompletionException(failure)
                : new TaskUnconfirmedException(id, failure);
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

    /** An earlier request, or the last one, may have got through. */
    private static boolean isUnclear(Throwable failure) {
        return Retries.mayHaveArrived(failure)
                || (failure instanceof DruidHttpException && ((DruidHttpException) failure).earlierTryMayHaveArrived());
    }

    /** An earlier try would have met with the same, and not with a lack of rights or of room that comes and goes. */
    private static boolean isAboutTheRequest(Throwable failure) {
        return failure instanceof DruidHttpException
                && Set.of(400, 404, 405, 415).contains(((DruidHttpException) failure).status());
    }

    /** What Druid itself says of the only try. A Broker that has sent a task on, and has not heard of it, says nothing. */
    private static boolean isVerdict(Throwable failure) {
        if (!(failure instanceof DruidHttpException)) {
            return false;
        }
        DruidHttpException answer = (DruidHttpException) failure;
        return answer.error().errorCode() != null
                && !answer.isRetryable()
                && !answer.earlierTryMayHaveArrived()
                && !"UNCATEGORIZED".equals(answer.error().category());
    }

    /** That there is no such task, which Druid says in words; without any, there is no such path. */
    private static boolean isMissing(Throwable failure) {
        return failure instanceof DruidHttpException
                && ((DruidHttpException) failure).status() == 404
                && !((DruidHttpException) failure).error().message().isEmpty();
    }
}
