package io.druidingest.testkit.internal.localdruid;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The Druid processes that run as parts of the child process, in the order in which they boot. */
public enum Role {
    COORDINATOR("org.apache.druid.cli.CliCoordinator"),
    HISTORICAL("org.apache.druid.cli.CliHistorical"),
    BROKER("org.apache.druid.cli.CliBroker"),
    INDEXER("org.apache.druid.cli.CliIndexer"),
    /** In the place of the Indexer, if it is asked for. */
    MIDDLEMANAGER("org.apache.druid.cli.CliMiddleManager"),
    ROUTER("org.apache.druid.cli.CliRouter");

    private final String cliClass;

    Role(String cliClass) {
        this.cliClass = cliClass;
    }

    /** Druid's command that is this role. */
    String cliClass() {
        return cliClass;
    }

    /**
     * The role called {@code name}.
     *
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public static Role named(String name) {
        for (Role role : values()) {
            if (role.toString().equals(name)) {
                return role;
            }
        }
        throw new IllegalArgumentException("No role \"" + name + "\"; the roles are "
                + Arrays.stream(values()).map(Role::toString).collect(Collectors.joining(", ")));
    }

    /** The role as Druid spells it, in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
