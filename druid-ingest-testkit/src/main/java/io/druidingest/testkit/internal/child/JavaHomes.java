package io.druidingest.testkit.internal.child;

import io.druidingest.testkit.LocalProcessException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the {@code java} command that runs a child. */
public final class JavaHomes {

    /** The Java versions on which every release has been seen to boot and to do its work. */
    private static final int OLDEST = 17;

    private static final int NEWEST = 25;

    private static final Pattern FEATURE = Pattern.compile("\"?(?:1\\.)?(\\d+).*");

    private JavaHomes() {}

    /** The command of the Java home that the user chose, else of the running one if it will do, else of one nearby. */
    public static Path command(@Nullable Path chosen) {
        if (chosen != null) {
            return chosenCommand(chosen);
        }
        Path running = Paths.get(System.getProperty("java.home"));
        if (suits(Runtime.version().feature()) && Files.isExecutable(commandOf(running))) {
            return commandOf(running);
        }
        return installed().stream()
                .filter(home -> Files.isExecutable(commandOf(home))
                        && suits(feature(home).orElse(0)))
                .findFirst()
                .map(JavaHomes::commandOf)
                .orElseThrow(() -> new LocalProcessException("LocalDruid and LocalKafka run on Java " + OLDEST + " to "
                        + NEWEST + ", this is Java "
                        + Runtime.version().feature()
                        + ", and no other was found. Install one, or name its home with java(Path)."));
    }

    private static Path chosenCommand(Path home) {
        if (!Files.isExecutable(commandOf(home))) {
            throw new LocalProcessException(
                    "There is no " + commandOf(home) + "; java(Path) takes the home directory of a Java installation.");
        }
        if (feature(home).orElse(OLDEST) < OLDEST) {
            throw new LocalProcessException("LocalDruid and LocalKafka run on Java " + OLDEST + " or newer, and " + home
                    + " is Java " + feature(home).getAsInt() + ". Name another home with java(Path).");
        }
        return commandOf(home);
    }

    private static boolean suits(int feature) {
        return feature >= OLDEST && feature <= NEWEST;
    }

    private static Path commandOf(Path home) {
        String name = System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java";
        return home.resolve("bin").resolve(name);
    }

    private static List<Path> installed() {
        List<Path> homes = new ArrayList<>();
        String configured = System.getenv("JAVA_HOME");
        if (configured != null && !configured.isBlank()) {
            homes.add(Paths.get(configured));
        }
        homes.addAll(children(Paths.get("/usr/lib/jvm")));
        homes.addAll(children(Paths.get(System.getProperty("user.home"), ".sdkman", "candidates", "java")));
        for (Path bundle : children(Paths.get("/Library/Java/JavaVirtualMachines"))) {
            homes.add(bundle.resolve("Contents").resolve("Home"));
        }
        return homes;
    }

    private static List<Path> children(Path directory) {
        List<Path> children = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> each = Files.newDirectoryStream(directory)) {
                each.forEach(children::add);
            } catch (IOException e) {
                return List.of(); // not ours to read
            }
        }
        children.sort(null);
        return children;
    }

    /** The Java version that a home says it is. */
    static OptionalInt feature(Path home) {
        Properties release = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
        } catch (IOException e) {
            return OptionalInt.empty();
        }
        Matcher version = FEATURE.matcher(release.getProperty("JAVA_VERSION", ""));
        return version.matches() ? OptionalInt.of(Integer.parseInt(version.group(1))) : OptionalInt.empty();
    }
}
