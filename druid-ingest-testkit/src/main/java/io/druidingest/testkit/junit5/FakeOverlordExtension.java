package io.druidingest.testkit.junit5;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.FakeOverlord;
import io.druidingest.testkit.VirtualTime;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link FakeOverlord} of its own, and on request its {@link VirtualTime} and a {@link DruidClient} that
 * talks to it: {@code @ExtendWith(FakeOverlordExtension.class)}. Tests may run in parallel.
 *
 * <p>A test fails, too, if its Overlord was asked what Druid does not know ({@link FakeOverlord#verify}). Of a test that fails,
 * what happened to its Overlord is printed to {@code System.err}: its {@link FakeOverlord#timeline}.
 */
public final class FakeOverlordExtension implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(FakeOverlordExtension.class);

    private final UnaryOperator<FakeOverlord.Builder> settings;

    /** One that starts Overlords as {@link FakeOverlord#start()} does. */
    public FakeOverlordExtension() {
        this(b -> b);
    }

    private FakeOverlordExtension(UnaryOperator<FakeOverlord.Builder> settings) {
        this.settings = settings;
    }

    /**
     * One that starts each Overlord as {@code settings} says, for a static field that JUnit's {@code @RegisterExtension} marks.
     */
    public static FakeOverlordExtension with(UnaryOperator<FakeOverlord.Builder> settings) {
        return new FakeOverlordExtension(settings);
    }

    /** So that a constructor gets the Overlord of its test, and not one for all tests of the class. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == FakeOverlord.class || type == DruidClient.class || type == VirtualTime.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        Rehearsal rehearsal = context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Rehearsal.class, key -> new Rehearsal(settings), Rehearsal.class);
        if (type == FakeOverlord.class) {
            return rehearsal.overlord;
        }
        return type == DruidClient.class ? rehearsal.client : rehearsal.overlord.time();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Rehearsal rehearsal = context.getStore(NAMESPACE).get(Rehearsal.class, Rehearsal.class);
        if (rehearsal == null) {
            return;
        }
        boolean failed = context.getExecutionException().isPresent();
        try {
            rehearsal.overlord.verify();
        } catch (AssertionError e) {
            failed = true;
            throw e;
        } finally {
            if (failed) {
                print(context.getUniqueId(), rehearsal.overlord);
            }
        }
    }

    /** In one piece, so that tests in parallel do not mix theirs. */
    private static void print(String test, FakeOverlord overlord) {
        System.err.println("What happened to the FakeOverlord of " + test + ":\n" + overlord.timeline());
    }

    /** What one test has; JUnit closes it when the test is over. */
    private static final class Rehearsal implements AutoCloseable {

        private final FakeOverlord overlord;
        private final DruidClient client;

        Rehearsal(UnaryOperator<FakeOverlord.Builder> settings) {
            overlord = FakeOverlord.start(settings);
            client = overlord.client();
        }

        @Override
        public void close() {
            client.close();
            overlord.close();
        }
    }
}
