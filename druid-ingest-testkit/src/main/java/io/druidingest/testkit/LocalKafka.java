package io.druidingest.testkit;

import io.druidingest.testkit.internal.child.ChildProcess;
import io.druidingest.testkit.internal.localkafka.KafkaLaunch;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A real Kafka broker on this machine, for tests. It makes topics and records itself, so no class of Kafka is needed on
 * the class path of the tests.
 *
 * <pre>{@code
 * try (LocalKafka kafka = LocalKafka.start()) {
 *     kafka.createTopic("clicks", 2);
 *     kafka.send("clicks", "{\"time\":\"2026-01-01T00:00:00Z\",\"page\":\"a\"}");
 * }
 * }</pre>
 *
 * <p>It is Kafka 3.9.0, one node without ZooKeeper. The first start fetches about 50 MB; later ones take some 5 seconds.
 * It needs about 200 MiB of memory. Topics are made by {@link #createTopic} only.
 */
public final class LocalKafka extends LocalProcess {

    private LocalKafka(ChildProcess process) {
        super(process);
    }

    /**
     * Starts a broker with the default settings, and returns when it takes records.
     *
     * @throws LocalProcessException if it cannot be started; nothing is left behind
     */
    public static LocalKafka start() {
        return start(b -> b);
    }

    /**
     * Starts a broker as {@code settings} says, and returns when it takes records.
     *
     * @throws LocalProcessException if it cannot be started; nothing is left behind
     * @throws IllegalArgumentException if a setting is not possible
     */
    public static LocalKafka start(UnaryOperator<Builder> settings) {
        return new LocalKafka(
                settings.apply(new Builder(new KafkaLaunch())).launch.start());
    }

    /** {@code host:port} of the broker, the {@code bootstrap.servers} of whoever reads from it. */
    public String bootstrapServers() {
        return KafkaLaunch.broker(process());
    }

    /**
     * Makes a topic, and returns when it is there.
     *
     * @param partitions one or more
     * @throws LocalProcessException if Kafka refuses it, for one because there is such a topic, or has ended
     */
    public void createTopic(String topic, int partitions) {
        KafkaLaunch.createTopic(process(), topic, partitions);
    }

    /**
     * Sends one record for each value, without a key, and returns when the broker has them all.
     *
     * @see #send(String, Collection)
     */
    public void send(String topic, String... values) {
        send(topic, List.of(values));
    }

    /**
     * Sends one record for each value, without a key, and returns when the broker has them all. The first goes to
     * partition 0, each other to the partition after that of the one before, in turn: with two partitions, every second
     * value is in partition 1.
     *
     * @throws LocalProcessException if there is no such topic, Kafka refuses a record, or it has ended; some of the
     *     records may have been taken
     */
    public void send(String topic, Collection<String> values) {
        KafkaLaunch.send(process(), topic, values);
    }

    @Override
    public String toString() {
        return "LocalKafka " + version() + " at " + bootstrapServers() + " (pid " + pid() + ")";
    }

    /** What to start. Every setting has a default. Not thread-safe. */
    public static final class Builder extends LocalProcess.Builder<Builder> {

        private final KafkaLaunch launch;

        private Builder(KafkaLaunch launch) {
            super(launch);
            this.launch = launch;
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets a property of the broker, such as {@code message.max.bytes}; it replaces the default of the same name. */
        public Builder property(String name, String value) {
            launch.property(name, value);
            return this;
        }
    }
}
