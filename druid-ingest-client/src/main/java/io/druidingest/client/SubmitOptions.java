package io.druidingest.client;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a task is submitted. Not thread-safe. */
public final class SubmitOptions {

    private @Nullable String idempotencyKey;
    private OutcomePolicy outcome = OutcomePolicy.ANY;

    SubmitOptions() {}

    /**
     * What makes two submissions the same, for example {@code nightly-2026-11-20}: whoever submits the same spec under
     * the same key, from any process and at any time while Druid remembers the task, gets the one task, also if that has
     * failed: to run it again, use another key, for example with the number of the attempt. By default each submission is
     * one of its own, and only its repetitions by this client are the same. Not for a task that has an id already.
     */
    public SubmitOptions idempotencyKey(String key) {
        this.idempotencyKey = key;
        return this;
    }

    /**
     * What the task has to have loaded to count as a success, for example
     * {@code p -> p.atLeastRows(1).maxUnparseable(0.01)}: otherwise {@link TaskHandle#published} and
     * {@link TaskHandle#queryable} of the handle fail with {@link HollowTaskException}. Druid is not told. Default:
     * whatever Druid calls a success. For a handle of {@link Tasks#attach}, see {@link TaskHandle#expecting}.
     */
    public SubmitOptions outcome(UnaryOperator<OutcomePolicy> policy) {
        this.outcome = policy.apply(OutcomePolicy.ANY);
        return this;
    }

    OutcomePolicy outcome() {
        return outcome;
    }

    @Nullable String idempotencyKey() {
        return idempotencyKey;
    }
}
