package io.druidingest.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** That the contract is one: whatever is played on the fake is played on a real Druid. */
class ContractSizeTest {

    @Test
    void everyCaseIsPlayedOnBoth() {
        Set<String> fake = cases(FakeContractTest.class);
        Set<String> real = cases(ContractIT.class);
        Set<String> newer = cases(Contract37IT.class);
        System.out.println("contract: " + fake.size() + " cases on the fake and on Druid 33.0.0, " + newer.size()
                + " of them on 37.0.0");

        assertThat(fake).hasSizeGreaterThanOrEqualTo(80).isEqualTo(real).containsAll(newer);
        assertThat(newer).isNotEmpty().isEqualTo(cases(FakeContract37Test.class));
    }

    private static Set<String> cases(Class<?> suite) {
        TestPlan plan = LauncherFactory.create()
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(suite))
                        .build());
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(TestIdentifier::isTest)
                .map(test -> (MethodSource) test.getSource().orElseThrow())
                .map(method -> method.getClassName() + "." + method.getMethodName())
                .collect(Collectors.toSet());
    }
}
