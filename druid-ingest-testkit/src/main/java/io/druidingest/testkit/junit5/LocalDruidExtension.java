package io.druidingest.testkit.junit5;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.LocalDruid;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests that ask for a {@link LocalDruid}, or for a {@link DruidClient} connected to it, one, the same for the
 * whole test run.
 *
 * <pre>{@code
 * @ExtendWith(LocalDruidExtension.class)
 * class LoadIT {
 *     @Test
 *     void loads(DruidClient druid) {}
 * }
 * }</pre>
 *
 * <p>It starts with the first test that asks, and ends after the last test of the run. Tests share what they store in
 * it, so each had better use data sources of its own, and must not close it. Needs JUnit 5.13 or newer.
 *
 * <p>{@link FakeOverlordExtension} gives a {@link DruidClient} too, so one class takes one of the two.
 */
public final class LocalDruidExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(LocalDruidExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == LocalDruid.class || type == DruidClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The root's store lives as long as the run, and closes what it holds.
        Connected connected = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Connected.class, key -> new Connected(), Connected.class);
        return parameter.getParameter().getType() == LocalDruid.class ? connected.druid : connected.client;
    }

    /** What the tests of one run share. */
    private static final class Connected implements AutoCloseable {

        private final LocalDruid druid = LocalDruid.start();
        private final DruidClient client = DruidClient.connect(druid.uri().toString());

        @Override
        public void close() {
            client.close();
            druid.close();
        }
    }
}
