package io.druidingest.client.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DruidVersionTest {

    private static final DruidVersion V33 = DruidVersion.of("33.0.0");

    @Test
    void versionsAreOrderedByTheirNumbers() {
        assertThat(V33).isGreaterThan(DruidVersion.of("32.0.1")).isGreaterThan(DruidVersion.of("0.23.0"));
        assertThat(V33).isLessThan(DruidVersion.of("33.0.1")).isLessThan(DruidVersion.of("100"));
        assertThat(V33.isAtLeast(33)).isTrue();
        assertThat(V33.isAtLeast(34)).isFalse();
        assertThat(DruidVersion.of("2026.01.0-iap").isAtLeast(37)).isTrue();
        assertThat(DruidVersion.of("99999999999999999999.1")).isGreaterThan(V33);
    }

    @Test
    void onlyTheNumbersCount() {
        assertThat(DruidVersion.of("33.0.0-SNAPSHOT"))
                .isEqualByComparingTo(V33)
                .isEqualTo(V33)
                .hasSameHashCodeAs(V33);
        assertThat(DruidVersion.of("v33")).isEqualTo(V33);
        assertThat(DruidVersion.of("33.0.0-rc1")).hasToString("33.0.0-rc1");
    }

    @Test
    void whatHasNoNumbersIsOlderThanAll() {
        assertThat(DruidVersion.of("")).isLessThan(DruidVersion.of("0.1")).isEqualTo(DruidVersion.of("unknown"));
    }
}
