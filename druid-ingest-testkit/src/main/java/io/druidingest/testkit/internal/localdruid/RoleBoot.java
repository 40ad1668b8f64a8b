package io.druidingest.testkit.internal.localdruid;

import io.druidingest.testkit.internal.child.Mirror;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Boots one role with properties of its own, as Druid's command line would boot it in a process of its own. */
final class RoleBoot {

    private static final String LIFECYCLE = "org.apache.druid.java.util.common.lifecycle.Lifecycle";

    private RoleBoot() {}

    static void boot(Role role, Properties properties) throws Exception {
        Object injector = injector(role, properties);
        // Not through the command's own method, which ends the process without a word to its caller if this fails.
        Mirror.call(Mirror.call(injector, "getInstance", Mirror.type(LIFECYCLE)), "start");
        if (Mirror.exists("org.eclipse.jetty.servlet.FilterHolder")) {
            keepFilterPipeline(Mirror.call(injector, "getInstance", serverKey(injector)));
        }
    }

    /** What the role is made of; nothing of it runs yet. */
    static Object injector(Role role, Properties properties) throws Exception {
        Object builder = Mirror.create("org.apache.druid.guice.StartupInjectorBuilder");
        Mirror.call(builder, "withProperties", properties);
        Mirror.call(builder, "withExtensions");
        String runtimeInfo = "org.apache.druid.guice.RuntimeInfoModule";
        if (Mirror.exists(runtimeInfo)) { // newer versions have no such module and bind what it binds by themselves
            Mirror.call(builder, "addAll", List.of(Mirror.create(runtimeInfo)));
        }
        Object startup = Mirror.call(builder, "build");
        Object command = Mirror.create(role.cliClass());
        Mirror.call(startup, "injectMembers", command);
        Object nodeRoles = Mirror.call(command, "getNodeRoles", properties);
        return Mirror.call(command, "makeInjector", nodeRoles);
    }

    /** The key of the role's web server; most roles bind it plainly, the indexer under an annotation. */
    private static Object serverKey(Object injector) throws Exception {
        Class<?> server = Mirror.type("org.eclipse.jetty.server.Server");
        Object plain = null;
        for (Object key : ((Map<?, ?>) Mirror.call(injector, "getAllBindings")).keySet()) {
            if (Mirror.call(Mirror.call(key, "getTypeLiteral"), "getRawType") == server) {
                if (Mirror.call(key, "hasAnnotationType").equals(true)) {
                    return key;
                }
                plain = key;
            }
        }
        if (plain == null) {
            throw new IllegalStateException("no web server is bound");
        }
        return plain;
    }

    /**
     * Gives the filters of a web server the pipeline that they were started with. They would otherwise look it up in a
     * static field, where the role that boots next replaces it: each port would then serve the last role's resources.
     * Versions of Druid on Jetty 12 do this by themselves.
     */
    private static void keepFilterPipeline(Object server) throws Exception {
        Class<?> filterType = Mirror.type("com.google.inject.servlet.GuiceFilter");
        Field shared = Mirror.field(filterType, "pipeline");
        Field own = Mirror.field(filterType, "injectedPipeline");
        Class<?> holderType = Mirror.type("org.eclipse.jetty.servlet.FilterHolder");
        for (Object holder : (Collection<?>) Mirror.call(server, "getContainedBeans", holderType)) {
            Object filter = Mirror.call(holder, "getFilter");
            if (filterType.isInstance(filter) && own.get(filter) == null) {
                own.set(filter, shared.get(null));
            }
        }
    }
}
