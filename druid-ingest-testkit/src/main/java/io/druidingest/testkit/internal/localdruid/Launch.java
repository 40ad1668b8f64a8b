package io.druidingest.testkit.internal.localdruid;

import io.druidingest.testkit.LocalDruidException;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.CodeSource;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to start and how, and the start itself. Not thread-safe. */
public final class Launch {

    private DruidRelease release = DruidRelease.DRUID_33;
    private final Map<String, String> common = new TreeMap<>();
    private final Map<Role, Map<String, String>> own = new EnumMap<>(Role.class);
    private String heap = "768m";
    private @Nullable Path javaHome;
    private Consumer<String> progress = line -> System.err.println("[druid] " + line);
    private Duration startTimeout = Duration.ofMinutes(2);

    public void version(String version) {
        release = DruidRelease.of(version);
    }

    public void property(String name, String value) {
        common.put(name, value);
    }

    public void property(String role, String name, String value) {
        own.computeIfAbsent(Role.named(role), any -> new TreeMap<>()).put(name, value);
    }

    public void heap(String size) {
        if (!size.matches("[1-9][0-9]*[kKmMgG]")) {
            throw new IllegalArgumentException("heap is \"" + size + "\", but takes a size such as 768m or 2g");
        }
        heap = size;
    }

    public void java(Path home) {
        javaHome = home;
    }

    public void progress(Consumer<String> listener) {
        progress = listener;
    }

    public void startTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("startTimeout is " + timeout + ", but has to be positive");
        }
        startTimeout = timeout;
    }

    /** Resolves, starts, and waits until Druid answers. A port lost to another process is worth one more attempt. */
    public DruidProcess start() {
        Path java = JavaHomes.command(javaHome);
        List<Path> jars = new DruidJars(release, progress).resolve();
        String classPath = ownClasses()
                + File.pathSeparator
                + jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        ChildCommand command = new ChildCommand(java, heap, classPath);
        try {
            return attempt(command);
        } catch (PortTakenException first) {
            progress.accept("a port was taken meanwhile (" + first.getMessage() + "), trying others");
        }
        try {
            return attempt(command);
        } catch (PortTakenException second) {
            throw new LocalDruidException(
                    release + " lost a free port to another process twice; start it again. " + second.getMessage(),
                    second);
        }
    }

    private DruidProcess attempt(ChildCommand command) throws PortTakenException {
        long start = System.nanoTime(); // real time, told to people
        Orders orders = new Orders(WorkDirectory.choose(), release.roles(), properties());
        DruidProcess process = DruidProcess.start(release, command, orders, progress);
        process.awaitReadiness(startTimeout);
        String seconds = String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
        try {
            progress.accept(
                    release + " is ready at " + process.frontDoor() + " (pid " + process.pid() + ", " + seconds + ")");
        } catch (RuntimeException e) {
            process.stop(); // the caller will not get it
            throw e;
        }
        return process;
    }

    /** What is set for one role counts more than what is set for all. */
    private Map<Role, Map<String, String>> properties() {
        Map<Role, Map<String, String>> properties = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Map<String, String> merged = new TreeMap<>(common);
            merged.putAll(own.getOrDefault(role, Map.of()));
            properties.put(role, merged);
        }
        return properties;
    }

    /** The jar or directory that this class comes from: the child runs {@link DruidMain} from there. */
    private static Path ownClasses() {
        CodeSource source = Launch.class.getProtectionDomain().getCodeSource();
        try {
            Path place = source == null ? null : Paths.get(source.getLocation().toURI());
            if (place != null && Files.exists(place)) {
                return place;
            }
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            throw new LocalDruidException(unusable(source), e);
        }
        throw new LocalDruidException(unusable(source));
    }

    private static String unusable(@Nullable CodeSource source) {
        return "LocalDruid has to be on the class path as an ordinary jar or directory, so that its process can run"
                + " from there too; here it comes from " + (source == null ? "nowhere" : source.getLocation());
    }
}
