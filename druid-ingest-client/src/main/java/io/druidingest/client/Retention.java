package io.druidingest.client;

import io.druidingest.client.internal.endpoint.RuleEndpoints;
import io.druidingest.client.internal.future.Steps;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.model.AuditEntry;
import io.druidingest.coordinator.RetentionRules;
import io.druidingest.json.SpecJson;
import io.druidingest.unit.Interval;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Reads and sets the rules of how long segments are kept where. Thread-safe.
 *
 * <p>The Coordinator goes by a change with its next runs: it reads the rules once a minute
 * ({@code druid.manager.rules.pollDuration}), also those that it answers with here after another Coordinator changed them.
 * Who makes a change and why is said with {@link DruidClient#with}. Rules that the cluster has are read as they are, also
 * where they break a rule of this library: {@code SpecJson.violations} tells.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/retention-rules-api">retention rules API</a>
 */
public final class Retention {

    /** In place of a datasource: the rules of the cluster, which hold after those of each datasource. */
    public static final String DEFAULT = "_default";

    private final Transport transport;

    Retention(Transport transport) {
        this.transport = transport;
    }

    /** The rules of all datasources that have some of their own, and those of the cluster under {@link #DEFAULT}. */
    public CompletableFuture<Map<String, RetentionRules>> rules() {
        return transport.send(RuleEndpoints.ALL.call());
    }

    /** The rules of a datasource itself; none if only those of the cluster hold. */
    public CompletableFuture<RetentionRules> rules(String dataSource) {
        return transport.send(RuleEndpoints.OF.call(dataSource));
    }

    /** The rules that hold for a datasource: its own, and then those of the cluster. */
    public CompletableFuture<RetentionRules> effectiveRules(String dataSource) {
        return transport.send(RuleEndpoints.OF.call(dataSource).flag("full", true));
    }

    /**
     * Sets the rules of a datasource, in place of those that it has.
     *
     * @throws IllegalArgumentException if those of the cluster are to be none
     */
    public CompletableFuture<Void> set(String dataSource, RetentionRules rules) {
        Checks.check(
                !dataSource.equals(DEFAULT) || !rules.rules().isEmpty(),
                "the cluster must have rules, since some datasource may have none; give those to hold instead");
        byte[] body = SpecJson.write(rules).getBytes(StandardCharsets.UTF_8);
        return Steps.run(steps -> steps.step(transport.send(RuleEndpoints.SET.callWith(body, dataSource)))
                .thenAccept(nothing -> {}));
    }

    /** Takes away the rules of a datasource, so that only those of the cluster hold. */
    public CompletableFuture<Void> clear(String dataSource) {
        return set(dataSource, RetentionRules.of());
    }

    /** The last changes of all rules, the newest first. */
    public CompletableFuture<List<AuditEntry>> history(int count) {
        return transport.send(RuleEndpoints.HISTORY.call().query("count", Checks.positive("count", count)));
    }

    /** The changes of all rules in a time, the newest first. */
    public CompletableFuture<List<AuditEntry>> history(Interval interval) {
        return transport.send(RuleEndpoints.HISTORY.call().query("interval", Checks.wellFormed(interval)));
    }

    /** The last changes of the rules of a datasource, the newest first. */
    public CompletableFuture<List<AuditEntry>> history(String dataSource, int count) {
        return transport.send(
                RuleEndpoints.HISTORY_OF.call(dataSource).query("count", Checks.positive("count", count)));
    }

    /** The changes of the rules of a datasource in a time, the newest first. */
    public CompletableFuture<List<AuditEntry>> history(String dataSource, Interval interval) {
        return transport.send(RuleEndpoints.HISTORY_OF.call(dataSource).query("interval", Checks.wellFormed(interval)));
    }
}
