package io.druidingest.client;

import io.druidingest.client.IngestEvent.Attempt;
import io.druidingest.client.IngestEvent.Outcome;
import io.druidingest.client.IngestEvent.Poll;
import io.druidingest.client.IngestEvent.Request;
import io.druidingest.client.IngestEvent.Retry;
import io.druidingest.client.IngestEvent.StateChange;

/**
 * Is told what a client does, for metrics and audits. Called on the client's own threads, by several of them at a time:
 * be quick, and do not block. What a listener throws is logged, and harms nobody.
 */
public interface IngestListener {

    /** A request is over, with all its attempts. */
    default void onRequest(Request request) {}

    /** One HTTP exchange is over. */
    default void onAttempt(Attempt attempt) {}

    /** An attempt failed, and another one will be made. */
    default void onRetry(Retry retry) {}

    /** Druid was asked how the tasks stand that are waited for. */
    default void onPoll(Poll poll) {}

    /** A task that is waited for stands otherwise than before. */
    default void onStateChange(StateChange change) {}

    /** Waiting for a task is over. */
    default void onOutcome(Outcome outcome) {}
}
