package io.druidingest.testkit.junit5;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.FakeOverlord;
import io.druidingest.testkit.VirtualTime;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link FakeOverlord}, and on request its {@link VirtualTime} and a {@link DruidClient} that talks to it:
 * {@code @ExtendWith(FakeOverlordExtension.class)}. Each test has an Overlord of its own; a static field that JUnit's
 * {@code @RegisterExtension} marks can say otherwise: {@link #with}, {@link #resetAfterEach}, {@link #keptForClass}. Tests
 * may run in parallel.
 *
 * <p>A test fails, too, if its Overlord was asked what Druid does not know ({@link FakeOverlord#verify}). Of a test that fails,
 * what happened to its Overlord is printed to {@code System.err}: {@link FakeOverlord#whatHappened}.
 */
public final class FakeOverlordExtension implements ParameterResolver, BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(FakeOverlordExtension.class);

    private final UnaryOperator<FakeOverlord.Builder> settings;
    private final Scope scope;

    /** One that starts Overlords as {@link FakeOverlord#start()} does. */
    public FakeOverlordExtension() {
        this(b -> b, Scope.TEST);
    }

    private FakeOverlordExtension(UnaryOperator<FakeOverlord.Builder> settings, Scope scope) {
        this.settings = settings;
        this.scope = scope;
    }

    /** One that starts each Overlord as {@code settings} says. */
    public static FakeOverlordExtension with(UnaryOperator<FakeOverlord.Builder> settings) {
        return new FakeOverlordExtension(settings, Scope.TEST);
    }

    /**
     * One that starts an Overlord for each class, with its nested ones, and {@linkplain FakeOverlord#reset resets} it after
     * each test. Each test has a client of its own. Tests of the class that would run at the same time take turns.
     */
    public FakeOverlordExtension resetAfterEach() {
        return new FakeOverlordExtension(settings, Scope.CLASS_RESET);
    }

    /**
     * One that starts an Overlord and a client for each class, with its nested ones, which keep what they know from test to
     * test. Tests of the class that run at the same time meet there.
     */
    public FakeOverlordExtension keptForClass() {
        return new FakeOverlordExtension(settings, Scope.CLASS);
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
        Rehearsal rehearsal = rehearsal(context);
        if (type == FakeOverlord.class) {
            return rehearsal.overlord;
        }
        return type == DruidClient.class ? rehearsal.client() : rehearsal.overlord.time();
    }

    /** A test that takes its turn begins with it, even if what it uses was given to its class. */
    @Override
    public void beforeEach(ExtensionContext context) {
        if (scope == Scope.CLASS_RESET) {
            Rehearsal unused = rehearsal(context);
        }
    }

    private Rehearsal rehearsal(ExtensionContext context) {
        if (scope == Scope.TEST) {
            return kept(context, "own", () -> Rehearsal.with(FakeOverlord.start(settings)));
        }
        ExtensionContext whole = context;
        while (whole.getParent().flatMap(ExtensionContext::getTestClass).isPresent()) {
            whole = whole.getParent().orElseThrow();
        }
        Rehearsal ofClass = kept(whole, "own", () -> Rehearsal.with(FakeOverlord.start(settings)));
        boolean takesTurns =
                scope == Scope.CLASS_RESET && context.getTestMethod().isPresent();
        return takesTurns ? kept(context, "turn", ofClass::turn) : ofClass;
    }

    private static Rehearsal kept(ExtensionContext context, String as, Supplier<Rehearsal> start) {
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(as, key -> start.get(), Rehearsal.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Rehearsal rehearsal = context.getStore(NAMESPACE).get("own", Rehearsal.class);
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
        System.err.println("What happened to the FakeOverlord of " + test + ":\n" + overlord.whatHappened());
    }

    private enum Scope {
        TEST,
        CLASS_RESET,
        CLASS
    }
}
