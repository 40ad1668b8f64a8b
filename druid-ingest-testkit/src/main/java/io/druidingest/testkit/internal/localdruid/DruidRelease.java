package io.druidingest.testkit.internal.localdruid;

import io.druidingest.testkit.internal.child.Release;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A version of Druid that can be booted from published jars: which jars, and which roles they make. */
final class DruidRelease extends Release {

    private static final int MEGABYTES = 200;

    /** With multi-stage queries, and without extensions for streams, whose jars were not published. */
    static final DruidRelease DRUID_27 = new DruidRelease(
            "27.0.0",
            List.of(Role.COORDINATOR, Role.HISTORICAL, Role.BROKER, Role.INDEXER, Role.ROUTER),
            Role.ROUTER,
            List.of(
                    Map.entry("org.apache.druid:druid-services:27.0.0", List.of(Names.SIGAR, Names.HADOOP)),
                    Map.entry("org.apache.druid.extensions:druid-multi-stage-query:27.0.0", List.of()),
                    // The version that druid-services asks for was not published; it needs the classes to be there.
                    Map.entry(Names.HADOOP + ":28.0.0", List.of("*:*"))));

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

    /** What Druid reaches for inside the JDK; the last one is for {@link EmptyModules} too. */
    private static final List<String> DOORS = List.of(
            "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED");

    private final List<Role> roles;
    private final Role frontDoor;

    private DruidRelease(
            String version, List<Role> roles, Role frontDoor, List<Map.Entry<String, List<String>>> artifacts) {
        super("Druid", version, MEGABYTES, artifacts);
        this.roles = roles;
        this.frontDoor = frontDoor;
    }

    /** The release with exactly this version. */
    static DruidRelease of(String version) {
        List<DruidRelease> known = List.of(DRUID_27, DRUID_33, DRUID_37);
        return known.stream()
                .filter(release -> release.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Druid " + version + " is not among the versions that can be booted: "
                                + known.stream().map(DruidRelease::version).collect(Collectors.joining(", "))));
    }

    /** The same with the jars of extensions, which Druid finds on its class path; what they need comes with them. */
    DruidRelease with(Set<String> coordinates) {
        List<Map.Entry<String, List<String>>> all = new ArrayList<>(artifacts());
        coordinates.forEach(each -> all.add(Map.entry(each, List.of())));
        return new DruidRelease(version(), roles, frontDoor, all);
    }

    @Override
    protected Class<?> main() {
        return DruidMain.class;
    }

    @Override
    protected List<String> javaOptions(Path work) {
        List<String> options = new ArrayList<>(DOORS);
        options.add("-Djava.util.logging.manager=org.apache.logging.log4j.jul.LogManager");
        options.add("-Dlog4j2.configurationFile=classpath:"
                + DruidRelease.class.getPackageName().replace('.', '/') + "/log4j2.xml");
        options.add("-Dderby.stream.error.file=" + work.resolve("derby.log"));
        return options;
    }

    /** In the order in which they boot. */
    List<Role> roles() {
        return roles;
    }

    /** The role that serves, or passes on, every API that this release has. */
    Role frontDoor() {
        return frontDoor;
    }

    private static final class Names {
        /** Native libraries that Maven Central does not have; Druid runs without them. */
        static final String SIGAR = "org.hyperic:sigar";

        static final String HADOOP = "org.apache.druid:druid-indexing-hadoop";

        static final String SMILE_PROVIDER = "com.fasterxml.jackson.jaxrs:jackson-jaxrs-smile-provider";
    }
}
