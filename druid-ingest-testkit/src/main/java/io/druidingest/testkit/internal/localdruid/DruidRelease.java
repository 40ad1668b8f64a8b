package io.druidingest.testkit.internal.localdruid;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A version of Druid that can be booted from published jars: which jars, and which roles they make. */
final class DruidRelease {
    /** Everything except multi-stage queries, whose jar was not published. */
    static final DruidRelease DRUID_33 = new DruidRelease(
            "33.0.0",
            List.of(Role.COORDINATOR, Role.HISTORICAL, Role.BROKER, Role.INDEXER, Role.ROUTER),
            Role.ROUTER,
            List.of(
                    Map.entry("org.apache.druid:druid-services:33.0.0", List.of(Names.SIGAR)),
                    Map.entry("org.apache.druid.extensions:druid-kafka-indexing-service:33.0.0", List.of()),
                    Map.entry("org.apache.druid.extensions:druid-datasketches:33.0.0", List.of())));

    /** No SQL, since that jar and the one of multi-stage queries were not published: hence no broker and no router. */
    static final DruidRelease DRUID_37 = new DruidRelease(
            "37.0.0",
            List.of(Role.COORDINATOR, Role.HISTORICAL, Role.INDEXER),
            Role.COORDINATOR,
            List.of(
                    Map.entry(
                            "org.apache.druid:druid-services:37.0.0",
                            List.of(
                                    Names.SIGAR,
                                    "org.apache.druid:druid-sql",
                                    "org.apache.druid:druid-multi-stage-query",
                                    Names.SMILE_PROVIDER)),
                    // The version that druid-services asks for was not published either.
                    Map.entry(Names.SMILE_PROVIDER + ":2.19.4", List.of("*:*"))));

    /** The Java versions on which both releases have been seen to boot and to run a load. */
    static final int OLDEST_JAVA = 17;

    static final int NEWEST_JAVA = 25;

    private final String version;
    private final List<Role> roles;
    private final Role frontDoor;
    private final List<Map.Entry<String, List<String>>> artifacts;

    private DruidRelease(
            String version, List<Role> roles, Role frontDoor, List<Map.Entry<String, List<String>>> artifacts) {
        this.version = version;
        this.roles = roles;
        this.frontDoor = frontDoor;
        this.artifacts = artifacts;
    }

    /** The release with exactly this version. */
    static DruidRelease of(String version) {
        List<DruidRelease> known = List.of(DRUID_33, DRUID_37);
        return known.stream()
                .filter(release -> release.version.equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Druid " + version + " is not among the versions that can be booted: "
                                + known.stream().map(DruidRelease::version).collect(Collectors.joining(", "))));
    }

    String version() {
        return version;
    }

    /** In the order in which they boot. */
    List<Role> roles() {
        return roles;
    }

    /** The role that serves, or passes on, every API that this release has. */
    Role frontDoor() {
        return frontDoor;
    }

    /** What to resolve: {@code group:artifact:version}, each with the {@code group:artifact}s to leave out of it. */
    List<Map.Entry<String, List<String>>> artifacts() {
        return artifacts;
    }

    @Override
    public String toString() {
        return "Druid " + version;
    }

    private static final class Names {
        /** Native libraries that Maven Central does not have; Druid runs without them. */
        static final String SIGAR = "org.hyperic:sigar";

        static final String SMILE_PROVIDER = "com.fasterxml.jackson.jaxrs:jackson-jaxrs-smile-provider";
    }
}
