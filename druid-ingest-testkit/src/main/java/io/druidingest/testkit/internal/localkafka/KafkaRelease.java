package io.druidingest.testkit.internal.localkafka;

import io.druidingest.testkit.internal.child.Release;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The version of Kafka that Druid 33's extension is built with. */
final class KafkaRelease extends Release {

    static final KafkaRelease KAFKA_39 = new KafkaRelease();

    private KafkaRelease() {
        super(
                "Kafka",
                "3.9.0",
                50,
                List.of(
                        Map.entry("org.apache.kafka:kafka_2.13:3.9.0", List.of()),
                        // Kafka logs by SLF4J 1.7, and brings nothing that would write it down.
                        Map.entry("org.slf4j:slf4j-simple:1.7.36", List.of())));
    }

    @Override
    protected Class<?> main() {
        return KafkaMain.class;
    }

    @Override
    protected List<String> javaOptions(Path work) {
        return List.of(
                "-Dorg.slf4j.simpleLogger.showDateTime=true", "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS");
    }
}
