package io.druidingest.testkit.internal.localkafka;

import io.druidingest.testkit.internal.child.Mirror;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;

/** Makes topics and records in a Kafka of this same process, with Kafka's own client. Not thread-safe. */
final class KafkaClient {

    private static final String CLIENTS = "org.apache.kafka.clients.";
    private static final String BYTES = "org.apache.kafka.common.serialization.ByteArraySerializer";

    private final Object admin;
    private final Object producer;

    KafkaClient(String broker) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", broker);
        admin = Mirror.callStatic(CLIENTS + "admin.Admin", "create", properties);
        properties.setProperty("acks", "all");
        properties.setProperty("max.block.ms", "10000");
        // Now and then a record for a new partition was not taken within a minute, nobody knows for what. So the
        // producer
        // keeps no sequences, which it may have stumbled over; with the long timeout it hardly sends one twice.
        properties.setProperty("enable.idempotence", "false");
        properties.setProperty("request.timeout.ms", "30000");
        properties.setProperty("delivery.timeout.ms", "60000");
        producer = Mirror.create(
                CLIENTS + "producer.KafkaProducer", properties, Mirror.create(BYTES), Mirror.create(BYTES));
    }

    void createTopic(String name, int partitions) throws Exception {
        Object topic = Mirror.create(CLIENTS + "admin.NewTopic", name, partitions, (short) 1);
        Object created = Mirror.call(admin, "createTopics", List.of(topic));
        get(Mirror.call(created, "all"));
        Mirror.call(producer, "partitionsFor", name); // waits until the broker itself knows of it
    }

    void send(String topic, byte[][] values) throws Exception {
        int partitions = partitions(topic);
        List<Object> sent = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Object record = Mirror.create(CLIENTS + "producer.ProducerRecord", topic, i % partitions, null, values[i]);
            sent.add(Mirror.call(producer, "send", record));
        }
        for (Object each : sent) {
            get(each);
        }
    }

    /** Asked of the admin client, since the producer waits for a topic that is not there. */
    private int partitions(String topic) throws Exception {
        Object described = Mirror.call(admin, "describeTopics", List.of(topic));
        Map<?, ?> byName = (Map<?, ?>) get(Mirror.call(described, "allTopicNames"));
        return ((List<?>) Mirror.call(byName.values().iterator().next(), "partitions")).size();
    }

    private static Object get(Object future) throws Exception {
        try {
            return Mirror.call(future, "get");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
        }
    }
}
