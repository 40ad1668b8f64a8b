package io.druidingest.testkit.internal.child;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of the child process. */
public final class ChildCommand {

    /** Quick to start and small: one collector thread, only the first compiler, no file outside the work directory. */
    private static final List<String> MACHINE = List.of(
            "-Xms128m",
            "-XX:MaxDirectMemorySize=512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-XX:-UsePerfData",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true");

    private final Path java;
    private final String heap;
    private final String classPath;
    private final List<String> more;

    /** Runs programs with the classes of {@code classPath}. */
    public ChildCommand(Path java, String heap, List<Path> classPath) {
        this(java, heap, classPath, List.of());
    }

    /** Runs programs so, with more options for Java itself. */
    ChildCommand(Path java, String heap, List<Path> classPath, List<String> more) {
        this.more = more;
        this.java = java;
        this.heap = heap;
        this.classPath = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** A process that runs {@code main} with all its files in {@code work}. */
    public ProcessBuilder in(Path work, Class<?> main, List<String> options) {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx" + heap));
        command.addAll(MACHINE);
        command.addAll(more);
        command.addAll(options);
        command.add("-Djava.io.tmpdir=" + work.resolve("tmp"));
        command.add("-XX:ErrorFile=" + work.resolve("hs_err.log"));
        command.add(main.getName());
        ProcessBuilder builder = new ProcessBuilder(command);
        // Two hundred jars: too long for a command line that people look at, and on Windows for any.
        builder.environment().put("CLASSPATH", classPath);
        return builder;
    }
}
