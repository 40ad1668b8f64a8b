package io.druidingest.client;

import io.druidingest.client.internal.endpoint.SqlEndpoints;
import io.druidingest.client.internal.http.Transport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Asks the cluster in Druid SQL. Thread-safe.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/sql-api">SQL API</a>
 */
public final class Sql {

    private final Transport transport;

    Sql(Transport transport) {
        this.transport = transport;
    }

    /**
     * Runs a query.
     *
     * @param sql a SELECT, with {@code ?} where a parameter stands
     * @param parameters strings, booleans and numbers, in order
     * @return the rows, each with its columns in order; a value is a String, Boolean, Long (BigInteger beyond
     *     64 bits), BigDecimal, List, Map or null. Fails
     *     with {@link DruidHttpException} if Druid refuses the query, with {@link DruidTransportException} if no whole
     *     answer came
     */
    public CompletableFuture<List<Map<String, @Nullable Object>>> query(String sql, Object... parameters) {
        return transport.send(SqlEndpoints.of(sql, parameters));
    }
}
