package io.druidingest.client;

import io.druidingest.DruidIngestException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Druid, or something on the way to it, answered with an error. */
public class DruidHttpException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    private final String endpoint;
    private final int status;
    private final String error;
    private final @Nullable String errorCode;
    private final @Nullable Duration retryAfter;

    /** Made by the client; see the accessors for the parts. */
    public DruidHttpException(
            String endpoint, int status, String error, @Nullable String errorCode, @Nullable Duration retryAfter) {
        super(endpoint + " answered " + status + hint(status, error) + (error.isEmpty() ? "" : ": " + error)
                + (errorCode == null ? "" : " (" + errorCode + ")"));
        this.endpoint = endpoint;
        this.status = status;
        this.error = error;
        this.errorCode = errorCode;
        this.retryAfter = retryAfter;
    }

    /** Method and path template, for example {@code GET /druid/indexer/v1/task/{id}/status}. */
    public final String endpoint() {
        return endpoint;
    }

    /** The HTTP status code. */
    public final int status() {
        return status;
    }

    /** What Druid says is wrong, whatever the form it said it in; empty if it said nothing. */
    public final String error() {
        return error;
    }

    /** Druid's own code, for example {@code entryAlreadyExists}; null where it gave none. */
    public final @Nullable String errorCode() {
        return errorCode;
    }

    /** How long the server asks to wait before the next try; null if it does not say. */
    public final @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /**
     * Whether the same request may well succeed later: the server is busy, starting, or has no leader. A 500 in which
     * Druid tells a code is its verdict, and stays.
     */
    public final boolean isRetryable() {
        return status == 429 || (status == 500 && errorCode == null) || status == 502 || status == 503 || status == 504;
    }

    /** Whether the server does not know the path at all: what it does know it answers with words. */
    final boolean isUnknownPath() {
        return status == 404 && error.isEmpty();
    }

    private static String hint(int status, String error) {
        return status == 404 && error.isEmpty()
                ? " with nothing; is this the Router, with druid.router.managementProxy.enabled=true?"
                : "";
    }
}
