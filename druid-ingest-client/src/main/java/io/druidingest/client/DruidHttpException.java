package io.druidingest.client;

import io.druidingest.DruidIngestException;
import io.druidingest.client.model.DruidError;
import io.druidingest.client.model.Persona;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Druid, or something on the way to it, answered with an error. */
public class DruidHttpException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    private final String endpoint;
    private final int status;
    private final transient DruidError error;
    private final @Nullable Duration retryAfter;
    private final boolean earlierTryMayHaveArrived;

    /** Made by the client; see the accessors for the parts. */
    public DruidHttpException(
            String endpoint,
            int status,
            DruidError error,
            @Nullable Duration retryAfter,
            boolean earlierTryMayHaveArrived) {
        super(endpoint + " answered " + status + hint(status, error)
                + (error.message().isEmpty() ? "" : ": " + error)
                + (earlierTryMayHaveArrived ? "; an earlier try may have arrived" : ""));
        this.endpoint = endpoint;
        this.status = status;
        this.error = error;
        this.retryAfter = retryAfter;
        this.earlierTryMayHaveArrived = earlierTryMayHaveArrived;
    }

    /** Method and path template, for example {@code GET /druid/indexer/v1/task/{id}/status}. */
    public final String endpoint() {
        return endpoint;
    }

    /** The HTTP status code. */
    public final int status() {
        return status;
    }

    /** What Druid says is wrong, whatever the form it said it in. */
    public final DruidError error() {
        return error;
    }

    /** Who can mend it: whom Druid names, or else whom such a status concerns. */
    public final Persona persona() {
        Persona named = error.persona();
        return named == null ? Persona.ofStatus(status) : named;
    }

    /** How long the server asks to wait before the next try; null if it does not say. */
    public final @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /**
     * Whether an earlier try of the same request may have been carried out, because no answer to it came, or one of 5xx.
     * This answer tells nothing of that then.
     */
    public final boolean earlierTryMayHaveArrived() {
        return earlierTryMayHaveArrived;
    }

    /**
     * Whether the same request may well succeed later: the server is busy, starting, or has no leader. A 500 in which
     * Druid tells a code, or that it does not support something, is its verdict, and stays.
     */
    public final boolean isRetryable() {
        return status == 429 || (status == 500 && !isVerdict(error)) || status == 502 || status == 503 || status == 504;
    }

    private static boolean isVerdict(DruidError error) {
        return error.errorCode() != null || error.message().contains(" does not support "); // say, listing of workers
    }

    /** Whether the server does not know the path at all: what it does know it answers with words. */
    final boolean isUnknownPath() {
        return status == 404 && error.message().isEmpty();
    }

    private static String hint(int status, DruidError error) {
        return status == 404 && error.message().isEmpty()
                ? " with nothing; is this the Router, with druid.router.managementProxy.enabled=true?"
                : "";
    }
}
