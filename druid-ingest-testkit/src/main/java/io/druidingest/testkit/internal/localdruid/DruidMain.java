package io.druidingest.testkit.internal.localdruid;

import io.druidingest.testkit.internal.child.ChildLife;
import io.druidingest.testkit.internal.child.Ports;
import io.druidingest.testkit.internal.child.Reports;
import io.druidingest.testkit.internal.child.Server;
import io.druidingest.testkit.internal.child.WorkDirectory;
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
import org.jspecify.annotations.Nullable;

/** The child process: a ZooKeeper and the roles of Druid in one virtual machine. */
public final class DruidMain implements Server {

    private static final long POLL_MILLIS = 100;

    /** The name of the port of the leading coordinator, where there are two. */
    static final String LEADER = "leader";

    /** The names of the ports of the tasks that a MiddleManager runs. */
    private static final List<String> PEONS = List.of("peon1", "peon2", "peon3", "peon4");

    private Orders orders = new Orders(List.of(), false, Map.of());
    private volatile @Nullable LeaderProcess leader;

    private DruidMain() {}

    public static void main(String[] arguments) throws Exception {
        ChildLife.live(new DruidMain());
    }

    @Override
    public void takeOrders(DataInputStream in) throws IOException {
        orders = Orders.readFrom(in);
    }

    @Override
    public Ports boot(Path work, Map<String, Integer> given, Reports parent) throws Exception {
        for (String part : List.of("segments", "task-logs", "task", "cache", "derby")) {
            Files.createDirectories(work.resolve(part));
        }
        Set<String> names = new LinkedHashSet<>(Set.of("zookeeper", "derby"));
        orders.roles().forEach(role -> names.add(role.toString()));
        if (orders.isFollowed()) {
            names.add(LEADER);
        }
        if (orders.roles().contains(Role.MIDDLEMANAGER)) {
            names.addAll(PEONS);
        }
        Ports ports = new Ports(names, given);
        RoleProperties properties = new RoleProperties(work, ports);
        EmptyModules.defineMissing();
        ZooKeeper.start(work, ports.release("zookeeper"));
        if (orders.isFollowed()) {
            Derby.start(ports.release("derby")); // not by a coordinator, whose end it is to outlive
            int port = ports.release(LEADER);
            leader = LeaderProcess.start(WorkDirectory.log(work), properties.of(Role.COORDINATOR, LEADER, orders));
            parent.progress("leading coordinator up on port " + port);
        }
        for (Role role : orders.roles()) { // one after the other: see RoleBoot
            long start = System.nanoTime(); // real time, told to people
            if (role == Role.COORDINATOR) {
                ports.release("derby"); // which the coordinator starts
            }
            if (role == Role.MIDDLEMANAGER) {
                for (String peon : PEONS) {
                    ports.release(peon);
                }
            }
            int port = ports.release(role.toString());
            RoleBoot.boot(role, properties.of(role, orders));
            parent.progress(String.format(
                    Locale.ROOT, "%s up on port %d (%.1f s)", role, port, (System.nanoTime() - start) / 1e9));
        }
        awaitReadiness(
                new Readiness(orders.roles(), ports, orders.isFollowed() ? LEADER : Role.COORDINATOR.toString()));
        return ports;
    }

    /** There is one command: to kill the leading coordinator. */
    @Override
    public void obey(DataInputStream in, Reports parent) throws IOException {
        while (in.read() >= 0) {
            LeaderProcess leading = leader;
            if (leading != null) {
                leading.kill();
            }
            parent.done();
        }
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
