package io.druidingest.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.DruidClient;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.testkit.FakeOverlord;
import io.druidingest.testkit.Loads;
import io.druidingest.testkit.TaskPlan;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The fake, in virtual time. */
final class OnFake implements Stage {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final FakeOverlord overlord;
    private final DruidClient druid;

    OnFake(FakeOverlord overlord, DruidClient druid) {
        this.overlord = overlord;
        this.druid = druid;
    }

    @Override
    public DruidClient druid() {
        return druid;
    }

    @Override
    public URI uri() {
        return overlord.uri();
    }

    @Override
    public <T> T await(CompletableFuture<T> future) {
        return overlord.await(future);
    }

    @Override
    public void until(String what, BooleanSupplier condition) {
        Instant limit = overlord.time().now().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            assertThat(overlord.time().now()).as("waited in vain for " + what).isBefore(limit);
            overlord.time().advance(Duration.ofMillis(500));
        }
    }

    @Override
    public void finds(UnaryOperator<TaskPlan> plan) {
        overlord.onSubmit("index_parallel").plan(plan);
    }

    @Override
    public void gives(String sql, List<Map<String, ?>> rows) {
        overlord.onSql(sql).rows(rows);
    }

    @Override
    public void withUnending(String dataSource, Consumer<IndexParallelTask> what) {
        finds(TaskPlan::neverEnds);
        what.accept(Loads.inline(dataSource, Loads.rows(1)));
    }

    @Override
    public String brokersWith(String topic) {
        return "kafka:9092";
    }

    @Override
    public void sends(String topic, int messages) {
        for (int partition = 0; partition < 2; partition++) {
            overlord.stream(topic).partition(partition).at(messages / 2);
        }
    }

    @Override
    public String brokersWithout(String topic) {
        overlord.stream(topic).isLost("Timeout expired while fetching topic metadata");
        return "nowhere:9092";
    }
}
