package io.druidingest.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/** Another Java process with the class path of this one, for tests that end it the hard way. */
public final class OtherJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private OtherJvm(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts {@code main}, with the same temporary directory and local Maven repository as here. */
    public static OtherJvm run(Class<?> main, String... arguments) throws IOException {
        Path java = Paths.get(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx256m", "-XX:TieredStopAtLevel=1"));
        for (String name : List.of("java.io.tmpdir", "maven.repo.local")) {
            String value = System.getProperty(name);
            if (value != null) {
                command.add("-D" + name + "=" + value);
            }
        }
        command.add(main.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return new OtherJvm(builder.start());
    }

    /** For the other process: tells this one something, and lives on until it is killed or this one ends. */
    public static void sayAndWait(String line) throws IOException {
        System.out.println(line);
        System.in.read();
    }

    public String readLine() throws IOException {
        return output.readLine();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Kills the process if it still lives. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
