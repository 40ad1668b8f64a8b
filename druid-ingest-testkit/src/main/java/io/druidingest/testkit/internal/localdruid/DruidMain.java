package io.druidingest.testkit.internal.localdruid;

import io.druidingest.testkit.internal.child.ChildLife;
import io.druidingest.testkit.internal.child.Ports;
import io.druidingest.testkit.internal.child.Reports;
import io.druidingest.testkit.internal.child.Server;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The child process: a ZooKeeper and the roles of Druid in one virtual machine. */
public final class DruidMain implements Server {

    private static final long POLL_MILLIS = 100;

    private Orders orders = new Orders(List.of(), Map.of());

    private DruidMain() {}

    public static void main(String[] arguments) throws Exception {
        ChildLife.live(new DruidMain());
    }

    @Override
    public void takeOrders(DataInputStream in) throws IOException {
        orders = Orders.readFrom(in);
    }

    @Override
    public Ports boot(Path work, Reports parent) throws Exception {
        for (String part : List.of("zookeeper", "segments", "task-logs", "task", "cache", "derby")) {
            Files.createDirectory(work.resolve(part));
        }
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
            parent.progress(String.format(
                    Locale.ROOT, "%s up on port %d (%.1f s)", role, port, (System.nanoTime() - start) / 1e9));
        }
        awaitReadiness(new Readiness(orders.roles(), ports));
        return ports;
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
}
