package io.druidingest.testkit.internal.localdruid;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;

/** The Druid properties of a role: those of all roles, then its own, then what the user set. */
final class RoleProperties {

    private final Path work;
    private final Ports ports;

    RoleProperties(Path work, Ports ports) {
        this.work = work;
        this.ports = ports;
    }

    Properties of(Role role, Orders orders) throws IOException {
        Properties raw = new Properties();
        load("common", raw);
        load(role.toString(), raw);
        raw.putAll(orders.properties(role));
        raw.setProperty("druid.plaintextPort", "${port." + role + "}"); // not the user's: others have to know it

        Properties filled = new Properties();
        for (String name : raw.stringPropertyNames()) {
            filled.setProperty(name, fill(raw.getProperty(name)).trim());
        }
        // Druid looks for these two among its own properties.
        filled.setProperty("java.io.tmpdir", System.getProperty("java.io.tmpdir"));
        filled.setProperty("java.class.path", System.getProperty("java.class.path"));
        return filled;
    }

    private String fill(String value) {
        String filled = value.replace("${work}", work.toString().replace('\\', '/'));
        for (String name : ports.names()) {
            filled = filled.replace("${port." + name + "}", Integer.toString(ports.number(name)));
        }
        return filled;
    }

    private static void load(String name, Properties into) throws IOException {
        try (InputStream in = RoleProperties.class.getResourceAsStream(name + ".properties")) {
            if (in == null) {
                throw new IOException(name + ".properties is missing beside " + RoleProperties.class.getName());
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            into.load(reader);
        }
    }
}
