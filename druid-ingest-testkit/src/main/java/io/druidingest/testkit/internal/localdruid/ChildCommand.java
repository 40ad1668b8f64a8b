package io.druidingest.testkit.internal.localdruid;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of the child process. */
final class ChildCommand {

    /** Quick to start and small: one collector thread, only the first compiler, no file outside the work directory. */
    private static final List<String> MACHINE = List.of(
            "-Xms128m",
            "-XX:MaxDirectMemorySize=512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Djava.util.logging.manager=org.apache.logging.log4j.jul.LogManager");

    /** What Druid reaches for inside the JDK; the last one is for {@link EmptyModules} too. */
    private static final List<String> DOORS = List.of(
            "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED");

    private final Path java;
    private final String heap;
    private final String classPath;

    ChildCommand(Path java, String heap, String classPath) {
        this.java = java;
        this.heap = heap;
        this.classPath = classPath;
    }

    ProcessBuilder in(Path work) {
        return in(work, DruidMain.class);
    }

    /** Runs another program of this package with Druid's classes. */
    ProcessBuilder in(Path work, Class<?> main) {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx" + heap));
        command.addAll(MACHINE);
        command.addAll(DOORS);
        command.add("-Djava.io.tmpdir=" + work.resolve("tmp"));
        command.add("-XX:ErrorFile=" + work.resolve("hs_err.log"));
        command.add("-Dderby.stream.error.file=" + work.resolve("derby.log"));
        String resources = ChildCommand.class.getPackageName().replace('.', '/');
        command.add("-Dlog4j2.configurationFile=classpath:" + resources + "/log4j2.xml");
        command.add(main.getName());
        ProcessBuilder builder = new ProcessBuilder(command);
        // Two hundred jars: too long for a command line that people look at, and on Windows for any.
        builder.environment().put("CLASSPATH", classPath);
        return builder;
    }
}
