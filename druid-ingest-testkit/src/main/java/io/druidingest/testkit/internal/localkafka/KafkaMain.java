package io.druidingest.testkit.internal.localkafka;

import io.druidingest.testkit.internal.child.ChildLife;
import io.druidingest.testkit.internal.child.Mirror;
import io.druidingest.testkit.internal.child.Ports;
import io.druidingest.testkit.internal.child.Reports;
import io.druidingest.testkit.internal.child.Server;
import io.druidingest.testkit.internal.child.Template;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The child process: one node that is broker and controller of a Kafka cluster. */
public final class KafkaMain implements Server {

    static final String BROKER = "broker";
    private static final String CONTROLLER = "controller";

    private final Properties set = new Properties();
    private final CompletableFuture<KafkaClient> client = new CompletableFuture<>();

    private KafkaMain() {}

    public static void main(String[] arguments) throws Exception {
        ChildLife.live(new KafkaMain());
    }

    @Override
    public void takeOrders(DataInputStream in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            set.setProperty(in.readUTF(), in.readUTF());
        }
    }

    @Override
    public Ports boot(Path work, Map<String, Integer> given, Reports parent) throws Exception {
        Ports ports = new Ports(Set.of(BROKER, CONTROLLER), given);
        Template template = new Template().load(KafkaMain.class, "broker");
        template.raw().putAll(set);
        Properties properties = template.fill(work, ports);
        format(work, properties);
        ports.release(CONTROLLER);
        ports.release(BROKER);
        Object config = Mirror.create("kafka.server.KafkaConfig", properties);
        Object time = Mirror.field(Mirror.type("org.apache.kafka.common.utils.Time"), "SYSTEM")
                .get(null);
        Mirror.call(Mirror.create("kafka.server.KafkaRaftServer", config, time), "startup");
        client.complete(new KafkaClient(Ports.LOOPBACK.getHostAddress() + ":" + ports.number(BROKER)));
        return ports;
    }

    /** Lays out the directory as Kafka's own tool does. */
    private static void format(Path work, Properties properties) throws Exception {
        Path file = work.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        Object cluster = Mirror.callStatic("org.apache.kafka.common.Uuid", "randomUuid");
        String[] arguments = {"format", "-t", cluster.toString(), "-c", file.toString()};
        Object status = Mirror.callStatic("kafka.tools.StorageTool", "execute", arguments, System.out);
        if (!status.equals(0)) {
            throw new IllegalStateException("Kafka's storage tool ended with status " + status);
        }
    }

    @Override
    public void obey(DataInputStream in, Reports parent) throws IOException {
        while (true) {
            try {
                obey(Command.valueOf(in.readUTF()), in, parent);
            } catch (EOFException e) {
                return;
            }
        }
    }

    private void obey(Command command, DataInputStream in, Reports parent) throws IOException {
        String topic = in.readUTF();
        int number = in.readInt();
        byte[][] values = new byte[command == Command.SEND ? number : 0][];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readNBytes(in.readInt());
        }
        try {
            if (command == Command.SEND) {
                client.join().send(topic, values);
            } else {
                client.join().createTopic(topic, number);
            }
            parent.done();
        } catch (Exception e) {
            parent.refused(e);
        }
    }
}
