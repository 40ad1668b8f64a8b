package io.druidingest.testkit.junit5;

import io.druidingest.testkit.LocalDruid;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests that ask for a {@link LocalDruid} one, the same for the whole test run.
 *
 * <pre>{@code
 * @ExtendWith(LocalDruidExtension.class)
 * class LoadIT {
 *     @Test
 *     void loads(LocalDruid druid) {}
 * }
 * }</pre>
 *
 * <p>It starts with the first test that asks, and ends after the last test of the run. Tests share what they store in
 * it, so each had better use data sources of its own, and must not close it. Needs JUnit 5.13 or newer.
 */
public final class LocalDruidExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(LocalDruidExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalDruid.class;
    }

    @Override
    public LocalDruid resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The root's store lives as long as the run, and closes what it holds.
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(LocalDruid.class, type -> LocalDruid.start(), LocalDruid.class);
    }
}
