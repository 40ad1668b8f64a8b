package io.druidingest.testkit;

import io.druidingest.testkit.internal.fake.FakeDruid;
import org.jspecify.annotations.Nullable;

/**
 * Says what there is in a stream that supervisors of a {@link FakeOverlord} read, and how fast they read it, in virtual time.
 * A stream has two partitions, 0 and 1; at first they are empty, and what comes is read at once. What is said holds for both,
 * and from then on; {@link #partition} is about one.
 *
 * <pre>{@code
 * overlord.stream("clicks").at(1_000).grows(100).isRead(60); // the lag of each partition grows by 40 a second
 * overlord.stream("clicks").partition(0).grows(0);
 * }</pre>
 */
public final class StreamControl {

    private final FakeDruid druid;
    private final String name;
    private final @Nullable Integer partition;

    StreamControl(FakeDruid druid, String name, @Nullable Integer partition) {
        this.druid = druid;
        this.name = name;
        this.partition = partition;
    }

    /**
     * One partition of it.
     *
     * @param number 0 or 1; a Kinesis shard, or a partition of RabbitMQ, by its place among all
     */
    public StreamControl partition(int number) {
        return new StreamControl(druid, name, number);
    }

    /** It holds that many messages now: the next to come has this offset. Default: 0. */
    public StreamControl at(long offset) {
        notNegative("at", offset);
        druid.stream(name, stream -> stream.endsAt(partition, offset));
        return this;
    }

    /** So many messages come each second. Default: 0. */
    public StreamControl grows(long messagesPerSecond) {
        notNegative("grows", messagesPerSecond);
        druid.stream(name, stream -> stream.grows(partition, messagesPerSecond));
        return this;
    }

    /** A task reads at most so many messages each second. Default: as many as there are, at once. */
    public StreamControl isRead(long messagesPerSecond) {
        notNegative("isRead", messagesPerSecond);
        druid.stream(name, stream -> stream.isRead(partition, messagesPerSecond));
        return this;
    }

    /**
     * Cannot be reached, in whole, until {@link #isBack}. Nothing is read; a supervisor whose runs have failed three times in
     * a row is UNHEALTHY_SUPERVISOR.
     *
     * @param message what its {@code recentErrors} say, for example {@code Timeout expired while fetching topic metadata}
     */
    public StreamControl isLost(String message) {
        druid.stream(name, stream -> stream.trouble(message));
        return this;
    }

    /** Can be reached again. A supervisor that was unhealthy takes three runs to be healthy again. */
    public StreamControl isBack() {
        druid.stream(name, stream -> stream.trouble(null));
        return this;
    }

    private static void notNegative(String what, long number) {
        if (number < 0) {
            throw new IllegalArgumentException(what + " must be 0 or more, not " + number);
        }
    }
}
