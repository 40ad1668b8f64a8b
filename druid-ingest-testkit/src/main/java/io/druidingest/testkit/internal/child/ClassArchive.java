package io.druidingest.testkit.internal.child;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The classes that a server loads as it boots, as Java's class data sharing keeps them: read and verified. A boot with them
 * takes half the processor time. The first one makes the archive. Java takes none that does not fit.
 */
final class ClassArchive {

    /** Tells the child where to keep the archive that it is to make. */
    private static final String PLACE = "druidingest.classArchive";

    /** The Java that makes archives and goes on. Java 25 crashes soon after, when it links a lambda. */
    private static final int SOUND = 17;

    private ClassArchive() {}

    /** What the child's Java is told. It archives classes of jars only. */
    static List<String> options(Path java, List<Path> classPath) throws IOException {
        if (JavaHomes.feature(java.resolve("../..").normalize()).orElse(0) != SOUND) {
            return List.of();
        }
        StringBuilder state = new StringBuilder(java.toRealPath().toString());
        for (Path each : classPath) {
            if (Files.isDirectory(each)) {
                return List.of();
            }
            state.append('\n').append(Files.size(each)).append(' ').append(Files.getLastModifiedTime(each));
        }
        Path archive = Kept.file("classes-java" + SOUND, classPath.toString(), state.toString());
        return Kept.isThere(archive)
                ? List.of("-XX:SharedArchiveFile=" + archive)
                : List.of(
                        "-XX:+IgnoreUnrecognizedVMOptions", "-XX:+RecordDynamicDumpInfo", "-D" + PLACE + "=" + archive);
    }

    /** In the child, when it has booted: makes the archive if it is to. All its threads stand still meanwhile. */
    static void makeIfTold(Path work, Reports parent) {
        String place = System.getProperty(PLACE);
        if (place == null) {
            return;
        }
        long start = System.nanoTime(); // real time, told to people
        Path archive = work.resolve("tmp").resolve("classes.jsa");
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmCds",
                            new Object[] {new String[] {"dynamic_dump", archive.toString()}},
                            new String[] {String[].class.getName()});
            Kept.keep(archive, Paths.get(place));
            parent.progress("kept its classes for quicker starts (" + (System.nanoTime() - start) / 1_000_000 + " ms)");
        } catch (JMException | IOException e) {
            System.err.println("no class archive: " + e); // a start without it is slower, no more
        }
    }
}
