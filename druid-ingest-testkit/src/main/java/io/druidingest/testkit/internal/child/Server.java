package io.druidingest.testkit.internal.child;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** What a child process runs. */
public interface Server {

    /** Reads the orders that a {@link Launch} wrote, and not a byte more. */
    void takeOrders(DataInputStream in) throws IOException;

    /** Boots with all its files in {@code work}, and returns when it serves; only its own threads go on. */
    Ports boot(Path work, Reports parent) throws Exception;

    /** Does what the parent asks for once the server serves, until the parent asks for nothing more. */
    default void obey(DataInputStream in, Reports parent) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }
}
