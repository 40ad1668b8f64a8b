package io.druidingest.testkit.internal.child;

import java.io.PrintStream;
import java.net.BindException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why the child could not boot, from an exception that may itself fail when asked for its text: Guice's can. */
final class BootFailure {

    /** Few enough to leave room for the lines before them. */
    private static final int FRAMES = 8;

    private final List<Throwable> chain = new ArrayList<>();

    BootFailure(Throwable failure) {
        for (Throwable each = failure; each != null && !chain.contains(each); each = each.getCause()) {
            chain.add(each);
        }
    }

    /** A port that somebody took between its release and its use is worth another attempt. */
    Report toReport() {
        boolean taken = chain.stream()
                .anyMatch(each -> each instanceof BindException
                        || text(each).toLowerCase(Locale.ROOT).contains("address already in use"));
        return new Report(taken ? Report.Kind.PORT_TAKEN : Report.Kind.FAILED, text(root()));
    }

    void printTo(PrintStream log) {
        log.println("Booting failed: " + text(root()));
        Arrays.stream(root().getStackTrace()).limit(FRAMES).forEach(frame -> log.println("    at " + frame));
    }

    private Throwable root() {
        return chain.get(chain.size() - 1);
    }

    private static String text(Throwable failure) {
        try {
            return failure.toString();
        } catch (RuntimeException e) {
            return failure.getClass().getName();
        }
    }
}
