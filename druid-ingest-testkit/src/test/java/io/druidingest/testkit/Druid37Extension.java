package io.druidingest.testkit;

import io.druidingest.client.DruidClient;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a client of a Druid 37, the same for the whole test run: what the default version gives, but for SQL. */
final class Druid37Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DruidClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Druid37Extension.class))
                .getOrComputeIfAbsent(Connected.class, key -> new Connected(), Connected.class)
                .client;
    }

    private static final class Connected implements AutoCloseable {

        private final LocalDruid druid = LocalDruid.start(b -> b.version("37.0.0"));
        private final DruidClient client = DruidClient.connect(druid.uri().toString());

        @Override
        public void close() {
            client.close();
            druid.close();
        }
    }
}
