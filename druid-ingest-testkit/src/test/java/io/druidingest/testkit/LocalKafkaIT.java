package io.druidingest.testkit;

import static io.druidingest.unit.Granularity.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.input.InputFormat;
import io.druidingest.json.SpecJson;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.Metric;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.spec.KafkaSupervisor;
import io.druidingest.testkit.junit5.RealDruid;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A {@link LocalKafka} takes what is sent to it, and Druid reads it. */
@Timeout(180)
@RealDruid
class LocalKafkaIT {

    @Test
    void whatKafkaRefusesSaysSo() {
        try (LocalKafka kafka = LocalKafka.start()) {
            kafka.createTopic("clicks", 2);
            kafka.send("clicks", "{\"time\":\"2026-01-01T00:00:00Z\",\"page\":\"a\"}");
            assertThatThrownBy(() -> kafka.createTopic("clicks", 2))
                    .isInstanceOf(LocalProcessException.class)
                    .hasMessageContaining("did not create the topic clicks")
                    .hasMessageContaining("already exists");
            assertThatThrownBy(() -> kafka.send("b", "1"))
                    .isInstanceOf(LocalProcessException.class)
                    .hasMessageContaining("did not take 1 records for the topic b")
                    .hasMessageContaining("UnknownTopicOrPartition");
            assertThatThrownBy(() -> kafka.send("clicks", "x".repeat(2_000_000)))
                    .isInstanceOf(LocalProcessException.class)
                    .hasMessageContaining("RecordTooLarge");
            kafka.send("clicks", "4"); // a refused one does no harm to the next
        }
    }

    @Test
    void aSupervisorReadsWhatIsSent(LocalDruid druid, DruidClient client) throws Exception {
        long start = System.nanoTime(); // real time, told to people
        try (LocalKafka kafka = LocalKafka.start()) {
            System.out.printf(Locale.ROOT, "Kafka 3.9.0 up after %.1f s%n", (System.nanoTime() - start) / 1e9);
            String name = Loads.newDataSource();
            kafka.createTopic(name, 2);
            kafka.send(name, rows(50));
            Wire wire = new Wire(druid);
            Wire.Answer taken = wire.run(SpecJson.tree(supervisor(name, kafka)));
            assertThat(taken.status()).as(taken.body()).isEqualTo(200);

            start = System.nanoTime();
            awaitCount(client, name, 50);
            System.out.printf(Locale.ROOT, "50 records counted after %.1f s%n", (System.nanoTime() - start) / 1e9);
            kafka.send(name, rows(25));
            awaitCount(client, name, 75);

            wire.suspend(name); // and not removed at once: a supervisor forgets a task that it has only just started
            wire.awaitNoTask(name);
            wire.remove("supervisor", taken);
            assertThat(client.sql()
                            .query("SELECT SUM(\"count\") AS n FROM \"" + name + "\"")
                            .join())
                    .containsExactly(Map.of("n", 75L));
            System.out.println("Kafka 3.9.0 resident: at most " + Traces.peakMebibytes(kafka) + " MiB");
            assertThat(Traces.peakMebibytes(kafka)).isLessThan(400);
        }
    }

    private static KafkaSupervisor supervisor(String name, LocalKafka kafka) {
        return KafkaSupervisor.of(k -> k.dataSchema(s -> s.dataSource(name)
                        .timestampSpec(TimestampSpec.iso("time"))
                        .dimensionsSpec(Dimension.string("page"))
                        .metricsSpec(Metric.count("count"))
                        .granularitySpec(g -> g.segmentGranularity(DAY)))
                .ioConfig(io -> io.topic(name)
                        .bootstrapServers(kafka.bootstrapServers())
                        .inputFormat(InputFormat.json())
                        .useEarliestOffset(true)
                        .startDelay(Duration.ofMillis(100))
                        .period(Duration.ofSeconds(1))));
    }

    private static List<String> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format("{\"time\":\"2026-01-01T00:00:%02dZ\",\"page\":\"p%d\"}", i % 60, i))
                .collect(Collectors.toList());
    }

    private static void awaitCount(DruidClient client, String name, long rows) {
        Await.until("the Broker to count " + rows + " rows of " + name, () -> {
            String sql = "SELECT SUM(\"count\") AS n FROM \"" + name + "\"";
            return client.sql().query(sql).join().equals(List.of(Map.of("n", rows)));
        });
    }
}
