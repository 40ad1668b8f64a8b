package io.druidingest.testkit.internal.localkafka;

import io.druidingest.testkit.internal.child.ChildProcess;
import io.druidingest.testkit.internal.child.Launch;
import io.druidingest.testkit.internal.child.Release;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** How to start a Kafka, and what to ask it for. Not thread-safe. */
public final class KafkaLaunch extends Launch {

    private final Map<String, String> properties = new TreeMap<>();

    public KafkaLaunch() {
        super("kafka", "256m");
    }

    public void property(String name, String value) {
        properties.put(name, value);
    }

    public static String broker(ChildProcess process) {
        return Objects.requireNonNull(process.address(KafkaMain.BROKER));
    }

    public static void createTopic(ChildProcess process, String topic, int partitions) {
        process.command("create the topic " + topic, out -> {
            out.writeUTF(Command.CREATE_TOPIC.name());
            out.writeUTF(topic);
            out.writeInt(partitions);
            out.flush();
        });
    }

    public static void send(ChildProcess process, String topic, Collection<String> values) {
        List<String> all = List.copyOf(values);
        process.command("take " + all.size() + " records for the topic " + topic, out -> {
            out.writeUTF(Command.SEND.name());
            out.writeUTF(topic);
            out.writeInt(all.size());
            for (String value : all) {
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
            out.flush();
        });
    }

    @Override
    protected Release release() {
        return KafkaRelease.KAFKA_39;
    }

    @Override
    protected ChildProcess.Message orders() {
        return this::writeProperties;
    }

    @Override
    protected String address(ChildProcess process) {
        return broker(process);
    }

    private void writeProperties(DataOutputStream out) throws IOException {
        out.writeInt(properties.size());
        for (Map.Entry<String, String> property : properties.entrySet()) {
            out.writeUTF(property.getKey());
            out.writeUTF(property.getValue());
        }
        out.flush();
    }
}
