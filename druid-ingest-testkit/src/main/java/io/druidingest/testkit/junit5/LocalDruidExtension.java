package io.druidingest.testkit.junit5;

import io.druidingest.testkit.LocalKafka;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/** What {@link RealDruid} without settings does, except for {@link LocalKafka}; write that instead. */
public final class LocalDruidExtension extends RealDruidExtension {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() != LocalKafka.class && super.supportsParameter(parameter, context);
    }
}
