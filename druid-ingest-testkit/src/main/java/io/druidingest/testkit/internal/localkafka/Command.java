package io.druidingest.testkit.internal.localkafka;

/** What the parent asks a Kafka for, after it has booted. */
enum Command {
    /** A topic: its name, its number of partitions. */
    CREATE_TOPIC,
    /** Records: their topic, how many, each as its length and its bytes. */
    SEND
}
