package io.druidingest.client;

import io.druidingest.client.internal.endpoint.SqlEndpoints;
import io.druidingest.client.internal.endpoint.SqlRows;
import io.druidingest.client.internal.future.Steps;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.model.StatementStatus;
import io.druidingest.client.model.TaskState;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One statement that runs as a task, and whose rows stay on the cluster. The id is all there is to it:
 * {@link Sql#attachStatement} makes another handle at any time. Cancelling a future of a handle stops the waiting, and
 * only {@link #cancel} stops the statement. Thread-safe.
 */
public final class StatementHandle {

    private final String id;
    private final TaskHandle task;
    private final Transport transport;

    StatementHandle(TaskHandle task, Transport transport) {
        this.id = task.id();
        this.task = task;
        this.transport = transport;
    }

    /** The id of the statement, which is also that of its task. */
    public String id() {
        return id;
    }

    /** The task of the statement: it tells when the rows that an INSERT or REPLACE has written can be queried. */
    public TaskHandle task() {
        return task;
    }

    /**
     * How the statement stands now.
     *
     * @return fails with {@link TaskNotFoundException} if Druid does not know it, {@link ExtensionMissingException} if the
     *     cluster has no statements
     */
    public CompletableFuture<StatementStatus> status() {
        return known(transport.send(SqlEndpoints.STATEMENT.call(id)));
    }

    /** Waits for the end of the statement, and gives its last status, SUCCESS and FAILED alike. Fails as {@link #status}. */
    public CompletableFuture<StatementStatus> completion() {
        return Steps.run(steps -> steps.step(task.completion()).thenCompose(ended -> steps.step(status())));
    }

    /**
     * Waits for the end of the statement, and then fetches its rows, page by page, of which only one row at a time is in
     * memory.
     *
     * @param each is given each row as it comes, on the thread that reads: what it throws ends the fetching
     * @return how many rows there were, none after an INSERT or REPLACE. Fails with {@link TaskFailedException} if the
     *     statement fails, and else as {@link #status}, after which {@code each} may have been given some rows
     */
    public CompletableFuture<Long> results(Consumer<? super Map<String, @Nullable Object>> each) {
        return results(SqlRows.AS_MAP, each);
    }

    /** Fetches the rows as {@link #results(Consumer)} does, and makes an object of each, as {@link Sql} says. */
    public <T> CompletableFuture<Long> results(Class<T> row, Consumer<? super T> each) {
        return results(SqlRows.as(row), each);
    }

    private <T> CompletableFuture<Long> results(SqlRows.Row<T> row, Consumer<? super T> each) {
        return Steps.run(steps -> steps.step(task.completion())
                .thenCompose(ended -> {
                    if (ended.state() != TaskState.SUCCESS) {
                        throw new TaskFailedException(ended, null);
                    }
                    return steps.step(status());
                })
                .thenCompose(status -> {
                    CompletableFuture<Long> read = CompletableFuture.completedFuture(0L);
                    for (long page : status.pages()) {
                        read = read.thenCompose(
                                count -> steps.step(page(page, row, each)).thenApply(more -> count + more));
                    }
                    return read;
                }));
    }

    private <T> CompletableFuture<Long> page(long page, SqlRows.Row<T> row, Consumer<? super T> each) {
        return known(transport.send(SqlEndpoints.STATEMENT_RESULTS
                .streamed(reply -> SqlRows.read(reply, row, each), id)
                .query("page", page)
                .query("resultFormat", "objectLines")));
    }

    /** Stops the statement on the cluster. One that has ended stays as it is. Fails as {@link #status}. */
    public CompletableFuture<Void> cancel() {
        return Steps.run(steps -> steps.step(known(transport.send(SqlEndpoints.CANCEL_STATEMENT.call(id))))
                .thenAccept(status -> {}));
    }

    private <T> CompletableFuture<T> known(CompletableFuture<T> answer) {
        return Missing.told(Sql.withMsq(answer), failure -> new TaskNotFoundException(id, failure));
    }

    @Override
    public String toString() {
        return "StatementHandle{" + id + "}";
    }
}
