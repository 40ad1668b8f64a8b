package io.druidingest.testkit.internal.localdruid;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A coordinator in one more process, so that it can be killed alone. It leads because it is there first. It ends with the
 * process that starts it.
 */
final class LeaderProcess {

    private final Process process;

    private LeaderProcess(Process process) {
        this.process = process;
    }

    /** Starts it with the same Java, settings and log as this process, and returns when it is up. */
    static LeaderProcess start(Path log, Properties properties) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add(LeaderMain.class.getName());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Map<String, String> all = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
        new Orders(List.of(Role.COORDINATOR), false, Map.of(Role.COORDINATOR, all))
                .writeTo(new DataOutputStream(process.getOutputStream()));
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (!LeaderMain.UP.equals(line)) {
            throw new IOException("the leading coordinator did not start: " + line);
        }
        return new LeaderProcess(process);
    }

    /** Returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
