package io.druidingest.testkit.contract;

import io.druidingest.client.DruidClient;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.testkit.TaskPlan;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Where the cases are played. It has what a fake Druid has to be told and a real one finds by itself, and how time passes. */
interface Stage {

    DruidClient druid();

    /** Where all services answer. */
    URI uri();

    /** Waits for what takes Druid a while. */
    <T> T await(CompletableFuture<T> future);

    /** Looks again and again, until it is so. */
    void until(String what, BooleanSupplier condition);

    /** What becomes of the loads that are sent from now on, where a fake cannot tell from their data. */
    void finds(UnaryOperator<TaskPlan> plan);

    /** What a statement gives, according to the data: a fake keeps none. */
    void gives(String sql, List<Map<String, ?>> rows);

    /** Does something with a load of 2026-01-01/P2D that, once sent, runs until it is stopped or that is over. */
    void withUnending(String dataSource, Consumer<IndexParallelTask> what);

    /** Makes a topic of two partitions, without messages, and tells the brokers that have it. */
    String brokersWith(String topic);

    /** That many messages come to a topic of two partitions, to each the half. */
    void sends(String topic, int messages);

    /** Where a Kafka would be that cannot be reached for this topic. */
    String brokersWithout(String topic);
}
