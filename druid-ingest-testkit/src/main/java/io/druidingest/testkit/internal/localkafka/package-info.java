/**
 * How {@link io.druidingest.testkit.LocalKafka} gets a real Kafka to run. Not for use from outside.
 *
 * <p>In the caller's process, the entry point is {@link io.druidingest.testkit.internal.localkafka.KafkaLaunch}. The
 * other one starts at {@link io.druidingest.testkit.internal.localkafka.KafkaMain}; it makes topics and records itself,
 * so that no class of Kafka is needed here.
 */
@NullMarked
package io.druidingest.testkit.internal.localkafka;

import org.jspecify.annotations.NullMarked;
