package io.druidingest.client;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a statement is submitted with that runs as a task. Not thread-safe. */
public final class SqlSubmitOptions extends SqlOptions<SqlSubmitOptions> {

    private @Nullable String idempotencyKey;

    SqlSubmitOptions() {}

    /**
     * What makes two submissions the same, for example {@code nightly-2026-11-20}: whoever submits the same statement,
     * parameters and context under the same key, from any process and at any time while Druid remembers the task, gets the
     * one task, also if that has failed. One key is for one statement, whatever it is about. By default each submission
     * is one of its own, and only its repetitions by this client are the same.
     */
    public SqlSubmitOptions idempotencyKey(String key) {
        this.idempotencyKey = key;
        return this;
    }

    /** The id of the query, which is part of the task's. */
    String sqlQueryId() {
        return (idempotencyKey == null
                        ? UUID.randomUUID()
                        : UUID.nameUUIDFromBytes(("sql\n" + idempotencyKey).getBytes(StandardCharsets.UTF_8)))
                .toString();
    }

    @Override
    SqlSubmitOptions self() {
        return this;
    }
}
