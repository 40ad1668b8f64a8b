package io.druidingest.testkit.internal.child;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** How a child tells its parent something: on its real standard output, whatever {@code System.out} is. Thread-safe. */
public final class Reports {

    private final PrintStream parent =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    Reports() {}

    /** Tells how far the boot is. */
    public void progress(String text) {
        tell(new Report(Report.Kind.PROGRESS, text));
    }

    /** Says that the oldest command without an answer has been carried out. */
    public void done() {
        tell(new Report(Report.Kind.DONE, ""));
    }

    /** Says why the oldest command without an answer has not been carried out. */
    public void refused(Throwable failure) {
        tell(new Report(Report.Kind.REFUSED, failure.toString()));
    }

    void tell(Report report) {
        parent.println(report.toLine());
    }
}
