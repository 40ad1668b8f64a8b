package io.druidingest.testkit;

import io.druidingest.testkit.internal.localdruid.DruidLaunch;
import io.druidingest.testkit.internal.localdruid.Role;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A real Druid on this machine, for tests.
 *
 * <pre>{@code
 * try (LocalDruid druid = LocalDruid.start()) {
 *     URI front = druid.uri();
 * }
 * }</pre>
 *
 * <p>The first start of a version fetches about 200 MB and keeps what makes later ones quicker; those take 7 to 16 seconds
 * on two idle cores. It needs less than 1 GiB of memory. Tasks run inside it, on an Indexer, which keeps no task logs; a
 * {@link Builder#middleManager} does. Version 33.0.0 has the extensions for Kafka and for DataSketches; {@link LocalKafka}
 * is a broker for it.
 */
public final class LocalDruid extends LocalProcess {

    private final Duration startTimeout;
    private boolean killed;
    private volatile boolean failedOver;

    private LocalDruid(DruidLaunch launch) {
        super(launch.start());
        this.startTimeout = launch.startTimeout();
    }

    /**
     * Starts the default version with the default settings, and returns when it answers queries and takes tasks.
     *
     * @throws LocalProcessException if it cannot be started; nothing is left behind
     */
    public static LocalDruid start() {
        return start(b -> b);
    }

    /**
     * Starts a Druid as {@code settings} says, and returns when it answers queries and takes tasks.
     *
     * @throws LocalProcessException if it cannot be started; nothing is left behind
     * @throws IllegalArgumentException if a setting is not possible
     */
    public static LocalDruid start(UnaryOperator<Builder> settings) {
        return new LocalDruid(launch(settings));
    }

    /**
     * What this machine lacks to start such a Druid, for tests that would rather be skipped than fail: memory, or jars that
     * are not here and cannot be fetched; null if nothing. Fetches jars that are not here yet.
     *
     * @throws LocalProcessException if there are no such jars
     * @throws IllegalArgumentException if a setting is not possible
     */
    public static @Nullable String missing(UnaryOperator<Builder> settings) {
        return launch(settings).missing();
    }

    private static DruidLaunch launch(UnaryOperator<Builder> settings) {
        return settings.apply(new Builder(new DruidLaunch())).launch;
    }

    /** The front door, which serves every API there is: the Router, or in 37.0.0 the Coordinator. */
    public URI uri() {
        URI front = DruidLaunch.frontDoor(process());
        return overlords().contains(front) ? coordinator() : front;
    }

    /** The Overlord, which shares its process and its port with the {@link #coordinator}; of two, the one that leads. */
    public URI overlord() {
        return coordinator();
    }

    /** All Overlords, which are Coordinators too, the one that leads at first before the other. */
    public List<URI> overlords() {
        return DruidLaunch.coordinators(process());
    }

    /** The Coordinator; of two, the one that leads, or is to lead next. */
    public URI coordinator() {
        return overlords().get(failedOver ? 1 : 0);
    }

    /** The Broker, or null in 37.0.0, which has none here and so no SQL. */
    public @Nullable URI broker() {
        return DruidLaunch.uri(process(), Role.BROKER);
    }

    /**
     * Kills the Overlord that leads, which is a Coordinator too, and has a process of its own where there are {@linkplain
     * Builder#overlords two}. Returns when it is gone. The other one takes over when the first has been missed for 10
     * seconds, and until then redirects to it.
     *
     * @throws IllegalStateException if there is no other one
     */
    public synchronized void failOver() {
        if (killed || failedOver || overlords().size() < 2) {
            throw new IllegalStateException("there is no other Overlord to take over; start with overlords(2)");
        }
        DruidLaunch.killLeader(process());
        failedOver = true;
    }

    /**
     * Kills Druid, as {@code kill -9} does, and returns when it is gone. Its files stay for {@link #restart}, or until
     * {@link #close}; should this virtual machine be killed before, until the next start. Does nothing the second time.
     */
    public synchronized void kill() {
        if (!killed) {
            process().kill();
            killed = true;
        }
    }

    /**
     * Starts Druid again after {@link #kill}, with its files and on its ports, and returns when it answers queries and
     * takes tasks. Of two Overlords, the first one leads again.
     *
     * @throws IllegalStateException if it has not been killed
     * @throws LocalProcessException if it cannot be started; nothing is left behind
     */
    public synchronized void restart() {
        if (!killed) {
            throw new IllegalStateException(this + " has not been killed");
        }
        process(process().restart(startTimeout));
        killed = false;
        failedOver = false;
    }

    /** As {@link LocalProcess#close}; waits for a {@link #restart} that is under way. */
    @Override
    public synchronized void close() {
        super.close();
    }

    @Override
    public String toString() {
        return "LocalDruid " + version() + " at " + uri() + " (pid " + pid() + ")";
    }

    /** What to start. Every setting has a default. Not thread-safe. */
    public static final class Builder extends LocalProcess.Builder<Builder> {

        private final DruidLaunch launch;

        private Builder(DruidLaunch launch) {
            super(launch);
            this.launch = launch;
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * The version of Druid; default {@code 33.0.0}. {@code 27.0.0} is there too, with multi-stage queries but without
         * Kafka and DataSketches, and {@code 37.0.0}, without SQL: its Coordinator, Overlord, Historical and Indexer.
         *
         * @throws IllegalArgumentException if it is another one
         */
        public Builder version(String version) {
            launch.version(version);
            return this;
        }

        /**
         * How many Overlords there are, each a Coordinator too; default 1. Of 2, the one that leads has a process of its
         * own, for {@link LocalDruid#failOver}.
         *
         * @throws IllegalArgumentException if it is neither
         */
        public Builder overlords(int count) {
            launch.overlords(count);
            return this;
        }

        /**
         * Adds an extension, with what it depends on, to Druid's class path, where Druid finds it.
         *
         * @param coordinates {@code group:artifact:version} in Maven's words, such as {@code
         *     org.apache.druid.extensions:druid-basic-security:37.0.0}
         * @throws IllegalArgumentException if it is something else
         */
        public Builder extension(String coordinates) {
            launch.extension(coordinates);
            return this;
        }

        /**
         * Has a MiddleManager in place of the Indexer: each task runs in a process of its own, of another 256 MiB of heap
         * and some seconds to start, and keeps a log, which the Indexer does not. Not in 37.0.0, where the start then throws
         * {@link IllegalArgumentException}.
         */
        public Builder middleManager() {
            launch.middleManager();
            return this;
        }

        /** Sets a Druid property for all roles; it replaces the default of the same name. */
        public Builder property(String name, String value) {
            launch.property(name, value);
            return this;
        }

        /**
         * Sets a Druid property for one role, which counts more than one for all.
         *
         * @param role {@code coordinator} (and Overlord), {@code historical}, {@code broker}, {@code indexer} (or {@code
         *     middlemanager}) or {@code router}
         * @throws IllegalArgumentException if there is no such role
         */
        public Builder property(String role, String name, String value) {
            launch.property(role, name, value);
            return this;
        }
    }
}
