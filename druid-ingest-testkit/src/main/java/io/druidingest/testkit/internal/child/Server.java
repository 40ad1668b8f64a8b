package io.druidingest.testkit.internal.child;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/** What a child process runs. */
public interface Server {

    /** Reads the orders that a {@link Launch} wrote, and not a byte more. */
    void takeOrders(DataInputStream in) throws IOException;

    /**
     * Boots with all its files in {@code work}, and returns when it serves; only its own threads go on.
     *
     * @param given the ports of a process that was killed, and with whose files it goes on; empty if it begins anew
     */
    Ports boot(Path work, Map<String, Integer> given, Reports parent) throws Exception;

    /** Does what the parent asks for once the server serves, until the parent asks for nothing more. */
    default void obey(DataInputStream in, Reports parent) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }
}
