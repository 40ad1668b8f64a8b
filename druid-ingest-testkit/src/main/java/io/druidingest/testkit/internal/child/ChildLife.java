package io.druidingest.testkit.internal.child;

import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** The life of a child process: it takes its orders, boots its server, and lives as long as its parent. */
public final class ChildLife {

    private static final int LOG_LINES = 30;

    private ChildLife() {}

    /** Returns only if the parent died before it gave its orders. */
    public static void live(Server server) throws Exception {
        Reports parent = new Reports();
        DataInputStream in = new DataInputStream(System.in);
        Path work;
        Map<String, Integer> given = new HashMap<>();
        try {
            work = Paths.get(in.readUTF());
            for (int left = in.readInt(); left > 0; left--) {
                given.put(in.readUTF(), in.readInt());
            }
            server.takeOrders(in);
        } catch (IOException e) {
            return;
        }
        Disposal disposal = Disposal.prepare(work, () -> server.obey(in, parent));
        try {
            if (given.isEmpty()) {
                WorkDirectory.create(work);
            } else {
                Claim.renew(work);
            }
            logTo(WorkDirectory.log(work));
            Ports ports = server.boot(work, given, parent);
            ClassArchive.makeIfTold(work, parent);
            parent.tell(new Report(
                    Report.Kind.READY,
                    ports.names().stream()
                            .map(name -> name + "=" + ports.number(name))
                            .collect(Collectors.joining(" "))));
            new CountDownLatch(1).await();
        } catch (Throwable e) {
            if (disposal.underWay()) {
                return;
            }
            try {
                tellFailure(new BootFailure(e), work, parent);
            } finally {
                disposal.exit(1);
            }
        }
    }

    /** Everything that the server prints or logs goes to one file; the real output belongs to the reports. */
    private static void logTo(Path file) throws IOException {
        PrintStream log = new PrintStream(new FileOutputStream(file.toFile(), true), true, StandardCharsets.UTF_8);
        System.setOut(log);
        System.setErr(log);
    }

    /** The log is about to be deleted, so its end goes to the parent. */
    private static void tellFailure(BootFailure failure, Path work, Reports parent) {
        parent.tell(failure.toReport());
        failure.printTo(System.err);
        PrintStream errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        WorkDirectory.logTail(work, LOG_LINES).forEach(errors::println);
    }
}
