package io.druidingest.testkit.internal.localdruid;

import io.druidingest.testkit.internal.child.Mirror;
import io.druidingest.testkit.internal.child.Ports;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The metadata store as a server of its own, for coordinators that come and go. */
final class Derby {

    private Derby() {}

    /** Starts the server. A coordinator tries that too, finds it there, and goes on. */
    static void start(int port) throws Exception {
        Object server = Mirror.create("org.apache.derby.drda.NetworkServerControl", Ports.LOOPBACK, port);
        Mirror.call(server, "start", new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }
}
