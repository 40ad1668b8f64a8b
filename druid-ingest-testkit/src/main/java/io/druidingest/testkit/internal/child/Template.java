package io.druidingest.testkit.internal.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;

/** Properties of a server that stand in a resource, with {@code ${work}} and {@code ${port.NAME}} to be filled in. */
public final class Template {

    private final Properties raw = new Properties();

    /** Adds what stands in the resource {@code name.properties} beside a class. */
    public Template load(Class<?> beside, String name) throws IOException {
        try (InputStream in = beside.getResourceAsStream(name + ".properties")) {
            if (in == null) {
                throw new IOException(name + ".properties is missing beside " + beside.getName());
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            raw.load(reader);
        }
        return this;
    }

    /** The properties themselves, to set more of them. */
    public Properties raw() {
        return raw;
    }

    public Properties fill(Path work, Ports ports) {
        Properties filled = new Properties();
        for (String name : raw.stringPropertyNames()) {
            filled.setProperty(name, fill(raw.getProperty(name), work, ports).trim());
        }
        return filled;
    }

    private static String fill(String value, Path work, Ports ports) {
        String filled = value.replace("${work}", work.toString().replace('\\', '/'));
        for (String name : ports.names()) {
            filled = filled.replace("${port." + name + "}", Integer.toString(ports.number(name)));
        }
        return filled;
    }
}
