package io.druidingest.testkit.internal.child;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory a process can get. */
final class Memory {

    private static final Path LINUX = Paths.get("/proc/meminfo");
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");

    private Memory() {}

    /**
     * How many MiB a new process can get: on Linux what programs leave, elsewhere, where that is not told, all there is;
     * never more than the container has.
     */
    static long availableMebibytes() {
        long all =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalPhysicalMemorySize() >> 20;
        try {
            return Files.isReadable(LINUX) ? Math.min(all, available(Files.readAllLines(LINUX), all)) : all;
        } catch (IOException e) {
            return all; // not ours to read
        }
    }

    /** In MiB; {@code unknown} if the lines do not tell. */
    static long available(List<String> lines, long unknown) {
        return lines.stream()
                .map(AVAILABLE::matcher)
                .filter(Matcher::matches)
                .map(m -> Long.parseLong(m.group(1)) >> 10)
                .findFirst()
                .orElse(unknown);
    }
}
