package io.druidingest.testkit.internal.localdruid;

import io.druidingest.testkit.internal.child.ChildProcess;
import io.druidingest.testkit.internal.child.Launch;
import io.druidingest.testkit.internal.child.Release;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which Druid to start, with which properties. Not thread-safe. */
public final class DruidLaunch extends Launch {

    private DruidRelease version = DruidRelease.DRUID_33;
    private final Set<String> extensions = new TreeSet<>();
    /** A killed leader is missed so many milliseconds later; sooner than in earnest, and enough for a busy machine. */
    private static final String UNTIL_MISSED = "10000";

    private boolean followed;
    private boolean forking;
    private final Map<String, String> common = new TreeMap<>();
    private final Map<Role, Map<String, String>> own = new EnumMap<>(Role.class);

    public DruidLaunch() {
        super("druid", "768m");
    }

    public void version(String number) {
        version = DruidRelease.of(number);
    }

    public void property(String name, String value) {
        common.put(name, value);
    }

    public void property(String role, String name, String value) {
        own.computeIfAbsent(Role.named(role), any -> new TreeMap<>()).put(name, value);
    }

    public void extension(String coordinates) {
        if (!coordinates.matches("[^:\\s]+:[^:\\s]+:[^:\\s]+")) {
            throw new IllegalArgumentException(
                    "extension is \"" + coordinates + "\", but takes group:artifact:version as Maven does");
        }
        extensions.add(coordinates);
    }

    public void middleManager() {
        forking = true;
    }

    public void overlords(int count) {
        if (count < 1 || count > 2) {
            throw new IllegalArgumentException("overlords is " + count + ", but there can be 1 or 2");
        }
        followed = count == 2;
    }

    /** Where the coordinators answer, the one that leads at first before the other. */
    public static List<URI> coordinators(ChildProcess process) {
        return Stream.of(DruidMain.LEADER, Role.COORDINATOR.toString())
                .map(process::address)
                .filter(Objects::nonNull)
                .map(address -> URI.create("http://" + address))
                .collect(Collectors.toUnmodifiableList());
    }

    /** Kills the coordinator that leads at first, and returns when it is gone. */
    public static void killLeader(ChildProcess process) {
        process.command("lose its leader", out -> {
            out.write(0);
            out.flush();
        });
    }

    /** Where a role answers, or null if the release does not have it. */
    public static @Nullable URI uri(ChildProcess process, Role role) {
        String address = process.address(role.toString());
        return address == null ? null : URI.create("http://" + address);
    }

    /** Where the role answers that serves, or passes on, every API of the release. */
    public static URI frontDoor(ChildProcess process) {
        Role role = ((DruidRelease) process.release()).frontDoor();
        return role == Role.COORDINATOR ? coordinators(process).get(0) : Objects.requireNonNull(uri(process, role));
    }

    @Override
    protected Release release() {
        return version.with(extensions);
    }

    @Override
    protected ChildProcess.Message orders() {
        if (forking && version == DruidRelease.DRUID_37) {
            throw new IllegalArgumentException(
                    "a MiddleManager of 37.0.0 cannot run tasks, since classes that they link to"
                            + " are not published; choose 33.0.0 or 27.0.0, or the Indexer");
        }
        List<Role> roles = version.roles().stream()
                .map(role -> forking && role == Role.INDEXER ? Role.MIDDLEMANAGER : role)
                .collect(Collectors.toUnmodifiableList());
        return new Orders(roles, followed, properties())::writeTo;
    }

    @Override
    protected String address(ChildProcess process) {
        return frontDoor(process).toString();
    }

    /** What is set for one role counts more than what is set for all. */
    private Map<Role, Map<String, String>> properties() {
        Map<Role, Map<String, String>> properties = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Map<String, String> merged = new TreeMap<>();
            if (followed && role == Role.COORDINATOR) {
                merged.put("druid.zk.service.sessionTimeoutMs", UNTIL_MISSED);
            }
            merged.putAll(common);
            merged.putAll(own.getOrDefault(role, Map.of()));
            properties.put(role, merged);
        }
        return properties;
    }
}
