package io.druidingest.client;

import io.druidingest.client.internal.http.RequestSettings;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a query is run with. Not thread-safe. */
public final class SqlQueryOptions extends SqlOptions<SqlQueryOptions> {

    /** For Druid to tell that the time is up, before we find out. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private @Nullable Duration timeout;

    SqlQueryOptions() {
        sqlQueryId(UUID.randomUUID().toString());
    }

    /** What the query can be found by in Druid's logs and metrics, and cancelled by. Default: a random one. */
    public SqlQueryOptions sqlQueryId(String id) {
        return context("sqlQueryId", id);
    }

    /**
     * How long the query may take on the cluster; the client then waits for it as long and a little longer. Druid's
     * default: 5 minutes, unless it is set up otherwise; but the client waits no longer for an answer to begin than its
     * {@code requestTimeout}.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public SqlQueryOptions timeout(Duration timeout) {
        this.timeout = Checks.positive("timeout", timeout);
        return context("timeout", timeout.toMillis());
    }

    String sqlQueryId() {
        return Objects.requireNonNull(context().get("sqlQueryId")).toString();
    }

    RequestSettings over(RequestSettings base) {
        return timeout == null ? base : base.timeout(timeout.plus(SLACK));
    }

    @Override
    SqlQueryOptions self() {
        return this;
    }
}
