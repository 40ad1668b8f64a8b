package io.druidingest.testkit.endpoints;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The list of what the fake answers otherwise, {@code exchanges/replayed.txt}: of each, a line with its name, one with how it
 * differs, and one with why, which a human has written. Such entries whose names end in {@code *} are not replayed at all.
 */
final class Differences {

    private static final Path FILE = Path.of("src/test/resources/exchanges/replayed.txt");
    private static final String DIFFERS = "  differs: ";
    private static final String BECAUSE = "  because: ";
    private static final String NOBODY_KNOWS = "nobody has said so yet";

    private final String summary;
    private final Map<String, String> reasons;

    private Differences(String summary, Map<String, String> reasons) {
        this.summary = summary;
        this.reasons = reasons;
    }

    static Differences listed() {
        try {
            List<String> lines = Files.readAllLines(FILE);
            Map<String, String> reasons = new TreeMap<>();
            String name = "";
            for (String line : lines.subList(1, lines.size())) {
                if (!line.startsWith(" ")) {
                    name = line;
                    reasons.put(name, "");
                } else if (line.startsWith(BECAUSE)) {
                    reasons.put(name, line.substring(BECAUSE.length()));
                }
            }
            return new Differences(lines.get(0), reasons);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + FILE.toAbsolutePath(), e);
        }
    }

    /** Writes what is now; the reasons of what was listed before stay. */
    void update(String now, Map<String, String> differing) {
        List<String> lines = new ArrayList<>(List.of(now));
        Map<String, String> all = new TreeMap<>(differing);
        reasons.keySet().stream().filter(Differences::isLeftOut).forEach(name -> all.put(name, "it is not replayed"));
        all.forEach((name, how) -> {
            lines.add(name);
            lines.add(DIFFERS + how);
            lines.add(BECAUSE + reasons.getOrDefault(name, NOBODY_KNOWS));
        });
        try {
            Files.write(FILE, lines);
        } catch (IOException e) {
            throw new IllegalStateException("cannot write " + FILE.toAbsolutePath(), e);
        }
    }

    private static boolean isLeftOut(String name) {
        return name.endsWith("*");
    }

    /** Its first line: how many are alike. */
    String summary() {
        return summary;
    }

    /** The reasons of those that were replayed and differ, by name. */
    Map<String, String> reasons() {
        Map<String, String> replayed = new TreeMap<>(reasons);
        replayed.keySet().removeIf(Differences::isLeftOut);
        return replayed;
    }

    /** Whether an exchange is not to be replayed. */
    boolean leavesOut(RecordedExchange exchange) {
        return reasons.keySet().stream()
                .filter(Differences::isLeftOut)
                .anyMatch(name -> exchange.name().startsWith(name.substring(0, name.length() - 1)));
    }

    /** The names of those that have no reason. */
    List<String> unexplained() {
        List<String> names = new ArrayList<>();
        reasons.forEach((name, why) -> {
            if (why.isBlank() || why.equals(NOBODY_KNOWS)) {
                names.add(name);
            }
        });
        return names;
    }
}
