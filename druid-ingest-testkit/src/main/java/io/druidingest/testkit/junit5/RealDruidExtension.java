package io.druidingest.testkit.junit5;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.LocalDruid;
import io.druidingest.testkit.LocalKafka;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link RealDruid} does. The root's store has what tests share: it lives as long as the run, and closes it. */
class RealDruidExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace SHARED =
            ExtensionContext.Namespace.create(RealDruidExtension.class);
    private static final ExtensionContext.Namespace MISSING = SHARED.append("missing");
    private static final String REQUIRED = "druidingest.realDruid.required";
    private static final int LOG_LINES = 30;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        DruidSettings settings = settings(context);
        Optional<?> missing = context.getRoot()
                .getStore(MISSING)
                .getOrComputeIfAbsent(
                        settings, key -> Optional.ofNullable(LocalDruid.missing(settings::to)), Optional.class);
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("there is memory, and " + settings + " is there");
        }
        String reason = "No real Druid here: " + missing.get();
        if (context.getConfigurationParameter(REQUIRED)
                .map(Boolean::parseBoolean)
                .orElse(false)) {
            throw new ExtensionConfigurationException(reason + "\nBy " + REQUIRED + ", it has to be there.");
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == LocalDruid.class || type == DruidClient.class || type == LocalKafka.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store shared = context.getRoot().getStore(SHARED);
        Class<?> type = parameter.getParameter().getType();
        if (type == LocalKafka.class) {
            return shared.getOrComputeIfAbsent(LocalKafka.class, key -> LocalKafka.start(), LocalKafka.class);
        }
        DruidSettings settings = settings(context);
        Connected connected = shared.getOrComputeIfAbsent(settings, key -> new Connected(settings), Connected.class);
        return type == LocalDruid.class ? connected.druid : connected.client;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        printIfFailed(context);
    }

    /** For what fails before the first test. */
    @Override
    public void afterAll(ExtensionContext context) {
        printIfFailed(context);
    }

    private static void printIfFailed(ExtensionContext context) {
        Connected connected = context.getRoot().getStore(SHARED).get(settings(context), Connected.class);
        if (connected != null && context.getExecutionException().isPresent()) {
            System.err.println("The log of " + connected.druid + " ended so when " + context.getUniqueId()
                    + " failed:\n" + String.join("\n", connected.druid.lastLogLines(LOG_LINES)));
        }
    }

    /** Of the annotation that is nearest. */
    private static DruidSettings settings(ExtensionContext context) {
        RealDruid nearest = AnnotationSupport.findAnnotation(context.getElement(), RealDruid.class)
                .orElse(null);
        if (nearest != null) {
            return new DruidSettings(nearest);
        }
        return context.getParent().map(RealDruidExtension::settings).orElseGet(DruidSettings::usual);
    }

    private static final class Connected implements AutoCloseable {

        private final LocalDruid druid;
        private final DruidClient client;

        Connected(DruidSettings settings) {
            druid = LocalDruid.start(settings::to);
            client = DruidClient.connect(druid.uri().toString());
        }

        @Override
        public void close() {
            client.close();
            druid.close();
        }
    }
}
