package io.druidingest.testkit.contract;

import io.druidingest.client.DruidClient;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.testkit.Await;
import io.druidingest.testkit.Loads;
import io.druidingest.testkit.LocalDruid;
import io.druidingest.testkit.LocalKafka;
import io.druidingest.testkit.StalledSource;
import io.druidingest.testkit.TaskPlan;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A real Druid, which finds out by itself. */
final class OnDruid implements Stage {

    private final LocalDruid local;
    private final DruidClient druid;
    private final LocalKafka kafka;

    OnDruid(LocalDruid local, DruidClient druid, LocalKafka kafka) {
        this.local = local;
        this.druid = druid;
        this.kafka = kafka;
    }

    @Override
    public DruidClient druid() {
        return druid;
    }

    @Override
    public URI uri() {
        return local.uri();
    }

    @Override
    public <T> T await(CompletableFuture<T> future) {
        return future.join();
    }

    @Override
    public void until(String what, BooleanSupplier condition) {
        Await.until(what, condition);
    }

    @Override
    public void finds(UnaryOperator<TaskPlan> plan) {}

    @Override
    public void gives(String sql, List<Map<String, ?>> rows) {}

    @Override
    public void withUnending(String dataSource, Consumer<IndexParallelTask> what) {
        try (StalledSource source = new StalledSource()) {
            what.accept(source.load(dataSource));
        }
    }

    @Override
    public String brokersWith(String topic) {
        kafka.createTopic(topic, 2);
        return kafka.bootstrapServers();
    }

    @Override
    public void sends(String topic, int messages) {
        kafka.send(topic, Loads.rows(messages).split("\n", -1));
    }

    @Override
    public String brokersWithout(String topic) {
        return "127.0.0.1:1";
    }
}
