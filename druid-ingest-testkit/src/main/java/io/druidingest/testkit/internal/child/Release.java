package io.druidingest.testkit.internal.child;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A version of a server that can be booted from published jars. */
public abstract class Release {

    private final String product;
    private final String version;
    private final int megabytes;
    private final List<Map.Entry<String, List<String>>> artifacts;

    /**
     * A release.
     *
     * @param megabytes about how much there is to fetch the first time
     * @param artifacts {@code group:artifact:version}, each with the {@code group:artifact}s to leave out of it
     */
    protected Release(String product, String version, int megabytes, List<Map.Entry<String, List<String>>> artifacts) {
        this.product = product;
        this.version = version;
        this.megabytes = megabytes;
        this.artifacts = artifacts;
    }

    /** The program of the child process, which hands a {@link Server} to {@link ChildLife}. */
    protected abstract Class<?> main();

    /** What its Java is told beyond what every child is. */
    protected abstract List<String> javaOptions(Path work);

    public final String version() {
        return version;
    }

    final int megabytes() {
        return megabytes;
    }

    protected final List<Map.Entry<String, List<String>>> artifacts() {
        return artifacts;
    }

    @Override
    public final String toString() {
        return product + " " + version;
    }
}
