package io.druidingest.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.client.internal.endpoint.SqlEndpoints;
import io.druidingest.client.internal.endpoint.SqlRows;
import io.druidingest.client.internal.future.Steps;
import io.druidingest.client.internal.http.Call;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.internal.task.Submission;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the cluster in Druid SQL, and loads by it. Thread-safe.
 *
 * <p>Every query has an id of ours. Where its future is cancelled, or ends without an answer of Druid's, the query is
 * cancelled on the cluster too, as well as that can be done: the request to do so is sent once, and nothing tells of it if
 * it fails.
 *
 * <p>A row is a Map of its columns in order; a value is a String, Boolean, Long (BigInteger beyond 64 bits), BigDecimal,
 * List, Map or null. Or it is an object of a class of one's own, which Jackson makes of the columns: by its setters,
 * fields or constructor, as its annotations say. A TIMESTAMP may become an Instant there. A column that the class does not
 * have is a failure, unless it is annotated otherwise.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/sql-api">SQL API</a>
 */
public final class Sql {

    private static final Logger LOG = LoggerFactory.getLogger(Sql.class);

    private final Transport transport;
    private final Tasks tasks;
    private final Submission submission;

    Sql(Transport transport, Tasks tasks) {
        this.transport = transport;
        this.tasks = tasks;
        this.submission = new Submission(transport);
    }

    /**
     * Runs a query.
     *
     * @param sql a SELECT, with {@code ?} where a parameter stands
     * @param parameters strings, booleans, numbers and nulls, in order
     * @return the rows. Fails with {@link DruidHttpException} if Druid refuses the query, with
     *     {@link DruidTransportException} if no whole answer came
     */
    public CompletableFuture<List<Map<String, @Nullable Object>>> query(String sql, @Nullable Object... parameters) {
        return query(sql, options -> options.parameters(parameters));
    }

    /** Runs a query as {@link #query(String, Object...)} does, with options. */
    public CompletableFuture<List<Map<String, @Nullable Object>>> query(
            String sql, UnaryOperator<SqlQueryOptions> options) {
        return ask(sql, options, SqlEndpoints.QUERY.call());
    }

    /** Runs a query as {@link #query(String, Object...)} does, and makes an object of each row. */
    public <T> CompletableFuture<List<T>> query(Class<T> row, String sql, @Nullable Object... parameters) {
        return query(row, sql, options -> options.parameters(parameters));
    }

    /** Runs a query as {@link #query(Class, String, Object...)} does, with options. */
    public <T> CompletableFuture<List<T>> query(Class<T> row, String sql, UnaryOperator<SqlQueryOptions> options) {
        return ask(sql, options, SqlEndpoints.QUERY.callFor(reply -> SqlRows.all(reply, SqlRows.as(row))));
    }

    /**
     * Runs a query of whatever many rows, of which only one at a time is in memory.
     *
     * @param each is given each row as it comes, on the thread that reads: what it throws ends the query
     * @return how many rows there were. Fails as {@link #query(String, Object...)} does, after which {@code each} may have
     *     been given some rows
     */
    public CompletableFuture<Long> query(
            String sql, UnaryOperator<SqlQueryOptions> options, Consumer<? super Map<String, @Nullable Object>> each) {
        return ask(sql, options, SqlEndpoints.QUERY.streamed(reply -> SqlRows.read(reply, SqlRows.AS_MAP, each)));
    }

    /** Runs a query as {@link #query(String, UnaryOperator, Consumer)} does, and makes an object of each row. */
    public <T> CompletableFuture<Long> query(
            Class<T> row, String sql, UnaryOperator<SqlQueryOptions> options, Consumer<? super T> each) {
        return ask(sql, options, SqlEndpoints.QUERY.streamed(reply -> SqlRows.read(reply, SqlRows.as(row), each)));
    }

    private <T> CompletableFuture<T> ask(String sql, UnaryOperator<SqlQueryOptions> options, Call<T> call) {
        SqlQueryOptions chosen = options.apply(new SqlQueryOptions());
        byte[] body = Json.bytes(SqlEndpoints.body(sql, chosen.parameters(), chosen.context()));
        CompletableFuture<T> answer =
                transport.with(chosen.over(transport.settings())).send(call.body(body));
        CompletableFuture<?> unusedEnd = answer.whenComplete((rows, failure) -> {
            if (failure != null && mayStillRun(failure)) {
                transport.toEach(SqlEndpoints.CANCEL.call(chosen.sqlQueryId())).forEach(cancel -> {
                    CompletableFuture<?> unused = transport.sendOnce(cancel);
                });
            }
        });
        return answer;
    }

    private static boolean mayStillRun(Throwable failure) {
        return failure instanceof DruidTransportException
                ? ((DruidTransportException) failure).mayHaveArrived()
                : !(failure instanceof DruidHttpException);
    }

    /**
     * Cancels a query on the cluster, on whichever of the Brokers it runs. Its answer is then an error, or breaks off.
     *
     * @param sqlQueryId as it was given by {@link SqlQueryOptions#sqlQueryId}
     * @return whether there was such a query
     */
    public CompletableFuture<Boolean> cancel(String sqlQueryId) {
        return Steps.run(steps -> {
            CompletableFuture<Boolean> found = new CompletableFuture<>();
            CompletableFuture<?>[] answers = transport.toEach(SqlEndpoints.CANCEL.call(sqlQueryId)).stream()
                    .map(call -> steps.step(transport.send(call)).thenAccept(here -> {
                        if (here) {
                            found.complete(true);
                        }
                    }))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture<?> unused = CompletableFuture.allOf(answers).whenComplete((all, failure) -> {
                if (failure == null) {
                    found.complete(false);
                } else {
                    found.completeExceptionally(Steps.cause(failure));
                }
            });
            return found;
        });
    }

    /** Submits a statement as {@link #submit(String, UnaryOperator)} does, as a submission of its own. */
    public CompletableFuture<TaskHandle> submit(String sql) {
        return submit(sql, options -> options);
    }

    /**
     * Submits an INSERT or REPLACE as a task, once: whatever fails on the way, it is neither lost nor doubled. Needs the
     * extension {@code druid-multi-stage-query}.
     *
     * @return done when Druid has the task, which says nothing of its end. Fails with {@link TaskConflictException} if
     *     the key is taken by another statement, {@link ExtensionMissingException} if the cluster cannot do so,
     *     {@link DruidHttpException} if Druid refuses the statement, {@link DruidTransportException} if Druid was not
     *     reached and {@link TaskUnconfirmedException} if no answer tells whether it has the task
     * @see <a href="https://druid.apache.org/docs/latest/api-reference/sql-ingestion-api">SQL-based ingestion API</a>
     */
    public CompletableFuture<TaskHandle> submit(String sql, UnaryOperator<SqlSubmitOptions> options) {
        return submitted(SqlEndpoints.SUBMIT_TASK, sql, options, tasks::attach);
    }

    /** Submits a statement as {@link #submitStatement(String, UnaryOperator)} does, as a submission of its own. */
    public CompletableFuture<StatementHandle> submitStatement(String sql) {
        return submitStatement(sql, options -> options);
    }

    /**
     * Submits a statement as a task, as {@link #submit(String, UnaryOperator)} does, and keeps its rows on the cluster: a
     * SELECT that runs for long, or whose result is fetched later. Needs Druid 27 or newer.
     *
     * @see <a href="https://druid.apache.org/docs/latest/api-reference/sql-api#query-from-deep-storage">query from deep
     *     storage</a>
     */
    public CompletableFuture<StatementHandle> submitStatement(String sql, UnaryOperator<SqlSubmitOptions> options) {
        return submitted(
                SqlEndpoints.SUBMIT_STATEMENT,
                sql,
                o -> options.apply(o).context("executionMode", "ASYNC"),
                this::attachStatement);
    }

    /** A handle on a statement by its id, for example after a restart. Asks nothing. */
    public StatementHandle attachStatement(String id) {
        return new StatementHandle(tasks.attach(id), transport);
    }

    private <T> CompletableFuture<T> submitted(
            Endpoint<?> door, String sql, UnaryOperator<SqlSubmitOptions> options, Function<String, T> handle) {
        SqlSubmitOptions chosen = options.apply(new SqlSubmitOptions());
        ObjectNode body = SqlEndpoints.body(sql, chosen.parameters(), chosen.context());
        return Steps.run(steps -> steps.step(withMsq(submission.submit(door, body, chosen.sqlQueryId())))
                .thenApply(id -> {
                    LOG.info("task {} submitted", id);
                    return handle.apply(id);
                }));
    }

    /** The answer; or that there is nobody to give one, which a path or method tells that is not known. */
    static <T> CompletableFuture<T> withMsq(CompletableFuture<T> answer) {
        return Steps.run(steps -> steps.step(answer).handle((value, failure) -> {
            if (failure == null) {
                return value;
            }
            boolean unknown = failure instanceof DruidHttpException
                    && (((DruidHttpException) failure).status() == 405
                            || ((DruidHttpException) failure).isUnknownPath());
            throw unknown
                    ? new ExtensionMissingException("druid-multi-stage-query", failure)
                    : new CompletionException(failure);
        }));
    }
}
