package io.druidingest.testkit.internal.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A stream that supervisors read: how far its partitions have got, and how fast they are read. Empty at first. */
public final class FakeStream {

    private static final int USUAL_PARTITIONS = 2;

    private final World world;
    private final String name;
    private final List<Partition> partitions = new ArrayList<>();
    private final List<Reading> readers = new ArrayList<>();
    private @Nullable String trouble;

    FakeStream(World world, String name) {
        this.world = world;
        this.name = name;
        for (int i = 0; i < USUAL_PARTITIONS; i++) {
            partitions.add(new Partition(world.now()));
        }
    }

    /** Its partitions, in the order of their numbers. */
    List<Partition> partitions() {
        return partitions;
    }

    /** Why it cannot be reached; null if it can. */
    @Nullable String trouble() {
        return trouble;
    }

    /** Somebody reads it, and wants to know before it changes. */
    void isReadBy(Reading reader) {
        readers.removeIf(Reading::hasEnded);
        readers.add(reader);
    }

    private void changes(String how) {
        readers.forEach(Reading::settle);
        world.tell(name, how);
    }

    /** Changes all partitions, or one. */
    void change(@Nullable Integer number, String how, Consumer<Partition> change) {
        if (number != null && (number < 0 || number >= partitions.size())) {
            throw new IllegalArgumentException(
                    "stream " + name + " has the partitions 0 to " + (partitions.size() - 1) + ", not " + number);
        }
        changes((number == null ? "each partition " : "partition " + number + " ") + how);
        (number == null ? partitions : List.of(partitions.get(number))).forEach(change);
    }

    /**
     * Cannot be reached from now on, or can again.
     *
     * @param why null if it can
     */
    public boolean trouble(@Nullable String why) {
        changes(why == null ? "can be reached" : "cannot be reached: " + why);
        trouble = why;
        return true;
    }

    /** Each partition ends there now, or one does. */
    public boolean endsAt(@Nullable Integer number, long offset) {
        Instant now = world.now();
        change(number, "ends at " + offset, partition -> {
            partition.end = offset;
            partition.since = now;
        });
        return true;
    }

    /** Each partition gets so many messages a second from now on, or one does. */
    public boolean grows(@Nullable Integer number, long perSecond) {
        Instant now = world.now();
        change(number, "gets " + perSecond + " messages a second", partition -> {
            partition.end = partition.end(now);
            partition.since = now;
            partition.growth = perSecond;
        });
        return true;
    }

    /** A task reads so many messages of each partition a second from now on, or of one. */
    public boolean isRead(@Nullable Integer number, long perSecond) {
        change(number, "is read by " + perSecond + " messages a second", partition -> partition.speed = perSecond);
        return true;
    }

    /** One partition. It grows evenly from how it was set. */
    static final class Partition {

        private long end;
        private Instant since;
        private long growth;
        private long speed = Long.MAX_VALUE;

        private Partition(Instant since) {
            this.since = since;
        }

        /** What the next message will have as its offset. */
        long end(Instant at) {
            return end + growth * Duration.between(since, at).toMillis() / 1000;
        }

        /** Where who is at an offset is that much later, if nothing stops him. */
        long read(long from, Duration time, Instant at) {
            long end = Math.max(from, end(at));
            return speed == Long.MAX_VALUE ? end : Math.min(end, from + speed * time.toMillis() / 1000);
        }

        /** How long the message at an offset has been there, in milliseconds; 0 if it is still to come. */
        long age(long offset, Instant at) {
            if (offset >= end(at)) {
                return 0;
            }
            Instant came = offset < end || growth == 0 ? since : since.plusMillis((offset - end) * 1000 / growth);
            return Duration.between(came, at).toMillis();
        }
    }
}
