package io.druidingest.testkit.internal.localdruid;

import io.druidingest.testkit.internal.child.Mirror;
import io.druidingest.testkit.internal.child.Ports;
import java.io.File;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** The ZooKeeper server through which the roles find each other. */
final class ZooKeeper {

    private static final int TICK_MILLIS = 500;
    private static final int MAX_CONNECTIONS = 200;

    private ZooKeeper() {}

    static void start(Path work, int port) throws Exception {
        // The data does not outlive the process, so nothing has to reach the disk.
        System.setProperty("zookeeper.forceSync", "no");
        // Its own for each process: the leader among those of a killed one would be waited for.
        File data = work.resolve("zookeeper-" + ProcessHandle.current().pid()).toFile();
        Object server = Mirror.create("org.apache.zookeeper.server.ZooKeeperServer", data, data, TICK_MILLIS);
        Mirror.call(server, "setMinSessionTimeout", 2_000);
        Mirror.call(server, "setMaxSessionTimeout", 60_000);
        Object connections = Mirror.create("org.apache.zookeeper.server.NIOServerCnxnFactory");
        InetSocketAddress address = new InetSocketAddress(Ports.LOOPBACK, port);
        Mirror.call(connections, "configure", address, MAX_CONNECTIONS);
        Mirror.call(connections, "startup", server);
    }
}
