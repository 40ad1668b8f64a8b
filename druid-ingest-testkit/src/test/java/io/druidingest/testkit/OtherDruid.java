package io.druidingest.testkit;

import io.druidingest.client.DruidClient;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a Druid, and a client, of another version than the default, the same for the whole test run. */
public abstract class OtherDruid implements ParameterResolver {

    private final String version;

    private OtherDruid(String version) {
        this.version = version;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == LocalDruid.class || type == DruidClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Connected connected = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OtherDruid.class))
                .getOrComputeIfAbsent(version, Connected::new, Connected.class);
        return parameter.getParameter().getType() == LocalDruid.class ? connected.druid : connected.client;
    }

    /** Where the Coordinator has what the Overlord has since. */
    public static final class Of27 extends OtherDruid {

        Of27() {
            super("27.0.0");
        }
    }

    /** Where supervisors compact, unless they are told not to. */
    public static final class Of37 extends OtherDruid {

        Of37() {
            super("37.0.0");
        }
    }

    private static final class Connected implements AutoCloseable {

        private final LocalDruid druid;
        private final DruidClient client;

        Connected(String version) {
            druid = LocalDruid.start(b -> b.version(version));
            client = DruidClient.connect(druid.uri().toString());
        }

        @Override
        public void close() {
            client.close();
            druid.close();
        }
    }
}
