package io.druidingest.testkit.internal.fake;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Extensions of Druid, and the types that each of them brings. */
public enum Extension {
    KAFKA("druid-kafka-indexing-service", "org.apache.druid.indexing.kafka.KafkaIndexTaskModule", "kafka"),
    KINESIS(
            "druid-kinesis-indexing-service",
            "org.apache.druid.indexing.kinesis.KinesisIndexingServiceModule",
            "kinesis"),
    RABBIT(
            "druid-rabbit-indexing-service",
            "org.apache.druid.indexing.rabbitstream.RabbitStreamIndexTaskModule",
            "rabbit"),
    MULTI_STAGE_QUERY("druid-multi-stage-query", "org.apache.druid.msq.guice.MSQIndexingModule", "");

    private final String artifact;
    private final String module;
    private final String stream;

    Extension(String artifact, String module, String stream) {
        this.artifact = artifact;
        this.module = module;
        this.stream = stream;
    }

    /** As it stands in {@code druid.extensions.loadList}. */
    String artifact() {
        return artifact;
    }

    /** Its class, as it is told among the modules of a node. */
    String module() {
        return module;
    }

    /** The streams that it reads, by the types of their supervisors; multi-stage queries read none. */
    Set<String> streams() {
        return stream.isEmpty() ? Set.of() : Set.of(stream);
    }

    /** The types of its tasks. */
    Set<String> tasks() {
        return stream.isEmpty() ? Set.of("query_controller", "query_worker") : Set.of("index_" + stream);
    }

    /**
     * The one of this name.
     *
     * @throws IllegalArgumentException if the fake has none of this name
     */
    public static Extension of(String artifact) {
        return Arrays.stream(values())
                .filter(e -> e.artifact.equals(artifact))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the fake knows the extensions " + String.join(", ", names()) + ", not " + artifact));
    }

    private static List<String> names() {
        return Arrays.stream(values()).map(Extension::artifact).collect(Collectors.toList());
    }
}
