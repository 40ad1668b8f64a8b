package io.druidingest.testkit.internal.localdruid;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Free loopback ports, one for each name. Each is held by an open socket until just before it is used. */
final class Ports {

    /** Where every role listens, whatever this machine prefers to call "localhost". */
    static final InetAddress LOOPBACK = loopback();

    private final Map<String, ServerSocket> held = new LinkedHashMap<>();

    Ports(Set<String> names) throws IOException {
        for (String name : names) {
            held.put(name, new ServerSocket(0, 1, LOOPBACK));
        }
    }

    Set<String> names() {
        return held.keySet();
    }

    int number(String name) {
        return socket(name).getLocalPort();
    }

    /** The port, free again for whoever binds it now. */
    int release(String name) throws IOException {
        int number = number(name);
        socket(name).close();
        return number;
    }

    /** Whether {@code failure} comes from a port that somebody took between its release and its use. */
    static boolean isTaken(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT);
            if (each instanceof BindException || message.contains("address already in use")) {
                return true;
            }
        }
        return false;
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // only for an address of another length
        }
    }

    private ServerSocket socket(String name) {
        ServerSocket socket = held.get(name);
        if (socket == null) {
            throw new IllegalArgumentException("no port is held for " + name);
        }
        return socket;
    }
}
