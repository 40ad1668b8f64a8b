package io.druidingest.testkit.internal.localdruid;

import io.druidingest.testkit.internal.child.Ports;
import io.druidingest.testkit.internal.child.Template;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** The Druid properties of a role: those of all roles, then its own, then what the user set. */
final class RoleProperties {

    private final Path work;
    private final Ports ports;

    RoleProperties(Path work, Ports ports) {
        this.work = work;
        this.ports = ports;
    }

    Properties of(Role role, Orders orders) throws IOException {
        return of(role, role.toString(), orders);
    }

    /** A task's Java is as this one, with a memory of its own. */
    private static String peonOptions() {
        List<String> options =
                new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        options.addAll(List.of("-Xmx256m", "-XX:MaxDirectMemorySize=256m"));
        return options.stream()
                .map(option -> '"' + option.replace("\\", "\\\\") + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The properties of a role that is on the port of that name. */
    Properties of(Role role, String port, Orders orders) throws IOException {
        Template template =
                new Template().load(RoleProperties.class, "common").load(RoleProperties.class, role.toString());
        if (role == Role.MIDDLEMANAGER) {
            template.raw().setProperty("druid.indexer.runner.javaOptsArray", peonOptions());
        }
        template.raw().putAll(orders.properties(role));
        // not the user's: others have to know it
        template.raw().setProperty("druid.plaintextPort", "${port." + port + "}");
        Properties filled = template.fill(work, ports);
        // Druid looks for these two among its own properties.
        filled.setProperty("java.io.tmpdir", System.getProperty("java.io.tmpdir"));
        filled.setProperty("java.class.path", System.getProperty("java.class.path"));
        return filled;
    }
}
