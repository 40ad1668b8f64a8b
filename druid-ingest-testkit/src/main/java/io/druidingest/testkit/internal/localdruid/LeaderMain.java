package io.druidingest.testkit.internal.localdruid;

import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The process of a coordinator alone: see {@link LeaderProcess}. Its standard error is the log. */
public final class LeaderMain {

    /** What it says when it is; anything else is why it is not. */
    static final String UP = "up";

    private LeaderMain() {}

    public static void main(String[] arguments) {
        PrintStream parent = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        DataInputStream in = new DataInputStream(System.in);
        Properties properties = new Properties();
        try {
            properties.putAll(Orders.readFrom(in).properties(Role.COORDINATOR));
            Thread boot = new Thread(() -> boot(properties, parent), "druid-ingest-boot");
            boot.setDaemon(true);
            boot.start();
            in.transferTo(OutputStream.nullOutputStream()); // until the parent is gone
        } catch (IOException e) {
            System.err.println("the parent died first: " + e);
        }
        Runtime.getRuntime().halt(0);
    }

    private static void boot(Properties properties, PrintStream parent) {
        try {
            EmptyModules.defineMissing();
            RoleBoot.boot(Role.COORDINATOR, properties);
            parent.println(UP);
        } catch (Throwable e) {
            e.printStackTrace();
            parent.println(String.valueOf(e).replaceAll("\\s+", " "));
        }
    }
}
