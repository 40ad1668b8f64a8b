package io.druidingest.testkit.internal.localdruid;

import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The child process: a ZooKeeper and the roles of Druid in one virtual machine, which lives as long as its parent. */
public final class DruidMain {

    private static final int LOG_LINES = 30;
    private static final long POLL_MILLIS = 100;

    private final Orders orders;
    private final PrintStream parent;

    private DruidMain(Orders orders, PrintStream parent) {
        this.orders = orders;
        this.parent = parent;
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream parent = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        DataInputStream in = new DataInputStream(System.in);
        Orders orders;
        try {
            orders = Orders.readFrom(in);
        } catch (IOException e) {
            return; // the parent died first
        }
        Path work = orders.workDirectory();
        Disposal disposal = Disposal.prepare(work, in);
        try {
            WorkDirectory.create(work);
            logTo(WorkDirectory.log(work));
            new DruidMain(orders, parent).boot();
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

    private void boot() throws Exception {
        Path work = orders.workDirectory();
        Set<String> names = new LinkedHashSet<>(Set.of("zookeeper", "derby"));
        orders.roles().forEach(role -> names.add(role.toString()));
        Ports ports = new Ports(names);
        RoleProperties properties = new RoleProperties(work, ports);
        EmptyModules.defineMissing();
        ZooKeeper.start(work, ports.release("zookeeper"));
        for (Role role : orders.roles()) { // one after the other: see RoleBoot
            long start = System.nanoTime(); // real time, told to people
            if (role == Role.COORDINATOR) {
                ports.release("derby"); // which the coordinator starts
            }
            int port = ports.release(role.toString());
            RoleBoot.boot(role, properties.of(role, orders));
            tell(
                    Report.Kind.PROGRESS,
                    String.format(
                            Locale.ROOT, "%s up on port %d (%.1f s)", role, port, (System.nanoTime() - start) / 1e9));
        }
        awaitReadiness(new Readiness(orders.roles(), ports));
        tell(
                Report.Kind.READY,
                orders.roles().stream()
                        .map(role -> role + "=" + ports.number(role.toString()))
                        .collect(Collectors.joining(" ")));
    }

    /** Without a limit of its own: the parent has one, and ends this process when it is reached. */
    private static void awaitReadiness(Readiness readiness) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        while (!readiness.reached()) {
            if (never.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** Everything that Druid prints or logs goes to one file; the real output belongs to the reports. */
    private static void logTo(Path file) throws IOException {
        PrintStream log = new PrintStream(new FileOutputStream(file.toFile(), true), true, StandardCharsets.UTF_8);
        System.setOut(log);
        System.setErr(log);
    }

    /** The log is about to be deleted, so its end goes to the parent. */
    private static void tellFailure(BootFailure failure, Path work, PrintStream parent) {
        parent.println(failure.toReport().toLine());
        failure.printTo(System.err);
        PrintStream errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        WorkDirectory.logTail(work, LOG_LINES).forEach(errors::println);
    }

    private void tell(Report.Kind kind, String text) {
        parent.println(new Report(kind, text).toLine());
    }
}
