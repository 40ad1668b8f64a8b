package io.druidingest.testkit;

import io.druidingest.testkit.internal.localdruid.DruidProcess;
import io.druidingest.testkit.internal.localdruid.Launch;
import io.druidingest.testkit.internal.localdruid.Role;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A real Druid on this machine, for tests: no Docker and no installation, only its published jars in one more Java
 * process.
 *
 * <pre>{@code
 * try (LocalDruid druid = LocalDruid.start()) {
 *     URI front = druid.uri();
 * }
 * }</pre>
 *
 * <p>The first start of a version fetches about 200 MB into the local Maven repository, by way of the user's Maven
 * settings; later ones take some 15 seconds. The process listens on free ports of the loopback interface only, keeps
 * its files in one directory below {@code java.io.tmpdir}, and needs less than 1 GiB of memory. Tasks run inside it,
 * on an Indexer, which keeps no task logs.
 *
 * <p>The process ends, and its directory disappears, with {@link #close}, and also when this virtual machine ends in
 * whatever way, by {@code kill -9} too. If both are killed at the same instant, the next start deletes the directory.
 *
 * <p>Thread-safe. Several may run at once and know nothing of each other.
 */
public final class LocalDruid implements AutoCloseable {

    private final DruidProcess process;

    private LocalDruid(DruidProcess process) {
        this.process = process;
    }

    /**
     * Starts the default version with the default settings, and returns when it answers queries and takes tasks.
     *
     * @throws LocalDruidException if it cannot be started; nothing is left behind
     */
    public static LocalDruid start() {
        return start(b -> b);
    }

    /**
     * Starts a Druid as {@code settings} says, and returns when it answers queries and takes tasks.
     *
     * @throws LocalDruidException if it cannot be started; nothing is left behind
     * @throws IllegalArgumentException if a setting is not possible
     */
    public static LocalDruid start(UnaryOperator<Builder> settings) {
        return new LocalDruid(settings.apply(new Builder()).launch.start());
    }

    /** The front door, which serves every API there is: the Router, or in 37.0.0 the Coordinator. */
    public URI uri() {
        return process.frontDoor();
    }

    /** The Overlord, which shares its process and its port with the {@link #coordinator}. */
    public URI overlord() {
        return coordinator();
    }

    public URI coordinator() {
        return Objects.requireNonNull(process.address(Role.COORDINATOR));
    }

    /** The Broker, or null in 37.0.0, which has none here and so no SQL. */
    public @Nullable URI broker() {
        return process.address(Role.BROKER);
    }

    /** The version of Druid. */
    public String version() {
        return process.version();
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /** The directory of its files, which exists until {@link #close}. */
    public Path workDirectory() {
        return process.workDirectory();
    }

    /** The log of all its roles, in the {@link #workDirectory}. */
    public Path log() {
        return process.log();
    }

    /**
     * Ends the process, and returns when it and its files are gone, usually within a second; a process that does not
     * end is killed after 15 seconds. Does nothing the second time.
     */
    @Override
    public void close() {
        process.stop();
    }

    @Override
    public String toString() {
        return "LocalDruid " + version() + " at " + uri() + " (pid " + pid() + ")";
    }

    /** What to start. Every setting has a default. Not thread-safe. */
    public static final class Builder {

        private final Launch launch = new Launch();

        private Builder() {}

        /**
         * The version of Druid; default {@code 33.0.0}. {@code 37.0.0} is there too, but without SQL: its Coordinator,
         * Overlord, Historical and Indexer.
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

        /**
         * The most that the process may use for its Java heap, as {@code -Xmx} takes it; default {@code 768m}.
         *
         * @throws IllegalArgumentException if it is not a number with one of the units k, m and g
         */
        public Builder heap(String size) {
            launch.heap(size);
            return this;
        }

        /**
         * The home directory of the Java that runs Druid; version 17 or newer. Default: the running one if it is 17 to
         * 25, else one found in {@code JAVA_HOME} or where Java is usually installed.
         */
        public Builder java(Path home) {
            launch.java(home);
            return this;
        }

        /**
         * Who is told, line by line and from several threads, how the download and the start go on; default: {@code
         * System.err}, each line after {@code [druid]}.
         */
        public Builder progress(Consumer<String> listener) {
            launch.progress(listener);
            return this;
        }

        /**
         * How long the process may take until it answers; default two minutes. The download does not count.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder startTimeout(Duration timeout) {
            launch.startTimeout(timeout);
            return this;
        }
    }
}
