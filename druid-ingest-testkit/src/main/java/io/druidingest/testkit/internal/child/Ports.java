package io.druidingest.testkit.internal.child;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Free loopback ports, one for each name. Each is held by an open socket until just before it is used, and lies below
 * the ranges from which operating systems hand out ports by themselves: nobody gets it by chance in between.
 */
public final class Ports {

    /** Where every role listens, whatever this machine prefers to call "localhost". */
    public static final InetAddress LOOPBACK = loopback();

    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, ServerSocket> held = new LinkedHashMap<>();

    /** Holds a port for each name: the given one, or else any. */
    public Ports(Set<String> names, Map<String, Integer> given) throws IOException {
        for (String name : names) {
            Integer number = given.get(name);
            held.put(name, number == null ? hold() : hold(number));
        }
    }

    public Set<String> names() {
        return held.keySet();
    }

    public int number(String name) {
        return socket(name).getLocalPort();
    }

    /** The port, free again for whoever binds it now. */
    public int release(String name) throws IOException {
        int number = number(name);
        socket(name).close();
        return number;
    }

    private static ServerSocket hold() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return hold(RANDOM.nextInt(HIGHEST - LOWEST) + LOWEST);
            } catch (BindException e) {
                Thread.onSpinWait(); // the port is in use
            }
        }
        return hold(0); // a crowded range: let the system choose
    }

    private static ServerSocket hold(int port) throws IOException {
        return new ServerSocket(port, 1, LOOPBACK);
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
