package io.druidingest.testkit.internal.localdruid;

import io.druidingest.testkit.internal.child.ChildProcess;
import io.druidingest.testkit.internal.child.Launch;
import io.druidingest.testkit.internal.child.Release;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which Druid to start, with which properties. Not thread-safe. */
public final class DruidLaunch extends Launch {

    private DruidRelease release = DruidRelease.DRUID_33;
    private final Map<String, String> common = new TreeMap<>();
    private final Map<Role, Map<String, String>> own = new EnumMap<>(Role.class);

    public DruidLaunch() {
        super("druid", "768m");
    }

    public void version(String version) {
        release = DruidRelease.of(version);
    }

    public void property(String name, String value) {
        common.put(name, value);
    }

    public void property(String role, String name, String value) {
        own.computeIfAbsent(Role.named(role), any -> new TreeMap<>()).put(name, value);
    }

    /** Where a role answers, or null if the release does not have it. */
    public static @Nullable URI uri(ChildProcess process, Role role) {
        String address = process.address(role.toString());
        return address == null ? null : URI.create("http://" + address);
    }

    /** Where the role answers that serves, or passes on, every API of the release. */
    public static URI frontDoor(ChildProcess process) {
        return Objects.requireNonNull(uri(process, ((DruidRelease) process.release()).frontDoor()));
    }

    @Override
    protected Release release() {
        return release;
    }

    @Override
    protected ChildProcess.Message orders() {
        return new Orders(release.roles(), properties())::writeTo;
    }

    @Override
    protected String address(ChildProcess process) {
        return frontDoor(process).toString();
    }

    /** What is set for one role counts more than what is set for all. */
    private Map<Role, Map<String, String>> properties() {
        Map<Role, Map<String, String>> properties = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Map<String, String> merged = new TreeMap<>(common);
            merged.putAll(own.getOrDefault(role, Map.of()));
            properties.put(role, merged);
        }
        return properties;
    }
}
