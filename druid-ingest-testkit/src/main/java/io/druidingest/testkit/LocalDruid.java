package io.druidingest.testkit;

import io.druidingest.testkit.internal.child.ChildProcess;
import io.druidingest.testkit.internal.localdruid.DruidLaunch;
import io.druidingest.testkit.internal.localdruid.Role;
import java.net.URI;
import java.util.Objects;
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
 * <p>The first start of a version fetches about 200 MB; later ones take some 15 seconds. It needs less than 1 GiB of
 * memory. Tasks run inside it, on an Indexer, which keeps no task logs. Version 33.0.0 has the extensions for Kafka and
 * for DataSketches; {@link LocalKafka} is a broker for it.
 */
public final class LocalDruid extends LocalProcess {

    private LocalDruid(ChildProcess process) {
        super(process);
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
        return new LocalDruid(
                settings.apply(new Builder(new DruidLaunch())).launch.start());
    }

    /** The front door, which serves every API there is: the Router, or in 37.0.0 the Coordinator. */
    public URI uri() {
        return DruidLaunch.frontDoor(process());
    }

    /** The Overlord, which shares its process and its port with the {@link #coordinator}. */
    public URI overlord() {
        return coordinator();
    }

    public URI coordinator() {
        return Objects.requireNonNull(DruidLaunch.uri(process(), Role.COORDINATOR));
    }

    /** The Broker, or null in 37.0.0, which has none here and so no SQL. */
    public @Nullable URI broker() {
        return DruidLaunch.uri(process(), Role.BROKER);
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

        /** Sets a Druid property for all roles; it replaces the default of the same name. */
        public Builder property(String name, String value) {
            launch.property(name, value);
            return this;
        }

        /**
         * Sets a Druid property for one role, which counts more than one for all.
         *
         * @param role {@code coordinator} (and Overlord), {@code historical}, {@code broker}, {@code indexer} or {@code
         *     router}
         * @throws IllegalArgumentException if there is no such role
         */
        public Builder property(String role, String name, String value) {
            launch.property(role, name, value);
            return this;
        }
    }
}
