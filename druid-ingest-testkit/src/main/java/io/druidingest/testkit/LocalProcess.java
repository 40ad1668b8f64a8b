package io.druidingest.testkit;

import io.druidingest.testkit.internal.child.ChildProcess;
import io.druidingest.testkit.internal.child.Launch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A real server on this machine, for tests: no Docker and no installation, only its published jars in one more Java
 * process.
 *
 * <p>The first start of a version fetches its jars into the local Maven repository, by way of the user's Maven settings.
 * The process listens on free ports of the loopback interface only, and keeps its files in one directory below {@code
 * java.io.tmpdir}.
 *
 * <p>The process ends, and its directory disappears, with {@link #close}, and also when this virtual machine ends in
 * whatever way, by {@code kill -9} too. If both are killed at the same instant, the next start deletes the directory.
 *
 * <p>Thread-safe. Several may run at once and know nothing of each other.
 */
public abstract class LocalProcess implements AutoCloseable {

    private volatile ChildProcess process;

    LocalProcess(ChildProcess process) {
        this.process = process;
    }

    ChildProcess process() {
        return process;
    }

    void process(ChildProcess next) {
        process = next;
    }

    /** The version of the server. */
    public String version() {
        return process.release().version();
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /** The directory of its files, which exists until {@link #close}. */
    public Path workDirectory() {
        return process.workDirectory();
    }

    /** The log of everything in it, in the {@link #workDirectory}. */
    public Path log() {
        return process.log();
    }

    /** The last lines of the {@link #log}, at most so many; none once it is closed. */
    public List<String> lastLogLines(int count) {
        return process.lastLogLines(count);
    }

    /**
     * Ends the process, and returns when it and its files are gone, usually within a second; a process that does not
     * end is killed after 15 seconds. Does nothing the second time.
     */
    @Override
    public void close() {
        process.stop();
    }

    /** What to start. Every setting has a default. Not thread-safe. */
    public abstract static class Builder<B extends Builder<B>> {

        private final Launch launch;

        Builder(Launch launch) {
            this.launch = launch;
        }

        abstract B self();

        /**
         * The most that the process may use for its Java heap, as {@code -Xmx} takes it; default {@code 768m} for Druid,
         * {@code 256m} for Kafka.
         *
         * @throws IllegalArgumentException if it is not a number with one of the units k, m and g
         */
        public B heap(String size) {
            launch.heap(size);
            return self();
        }

        /**
         * The home directory of the Java that runs it; version 17 or newer. Default: the running one if it is 17 to 25,
         * else one found in {@code JAVA_HOME} or where Java is usually installed.
         */
        public B java(Path home) {
            launch.java(home);
            return self();
        }

        /**
         * Who is told, line by line and from several threads, how the download and the start go on; default: {@code
         * System.err}, each line after {@code [druid]} or {@code [kafka]}.
         */
        public B progress(Consumer<String> listener) {
            launch.progress(listener);
            return self();
        }

        /**
         * How long the process may take until it serves; default two minutes. The download does not count.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public B startTimeout(Duration timeout) {
            launch.startTimeout(timeout);
            return self();
        }
    }
}
