package io.druidingest.client;

import static io.druidingest.client.TestServer.body;
import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.model.AuditEntry;
import io.druidingest.coordinator.RetentionRule;
import io.druidingest.coordinator.RetentionRules;
import io.druidingest.json.SpecJson;
import io.druidingest.unit.Interval;
import io.druidingest.validation.Rules;
import io.druidingest.validation.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private final ManualTime time = new ManualTime();
    private final TestServer server = TestServer.start();
    private final DruidClient druid =
            Overheard.client().url(server.uri().toString()).time(time).build();

    @AfterEach
    void close() {
        druid.close();
        server.close();
    }

    @Test
    void rulesAreReadAsTheyAreAlsoThoseThatNeverApply() {
        server.answers(json("{\"_default\":[{\"tieredReplicants\":{\"_default_tier\":2},\"useDefaultTierForNull\":true,"
                + "\"type\":\"loadForever\"}],\"ds\":[{\"type\":\"dropForever\"},{\"type\":\"loadForever\"},"
                + "{\"type\":\"newRule\",\"x\":1}]}"));

        assertThat(time.finish(druid.retention().rules()).get("ds").rules())
                .extracting(RetentionRule::type)
                .containsExactly("dropForever", "loadForever", "newRule");
    }

    @Test
    void rulesThatBreakOursAreReadAsTheyAreToo() {
        server.answers(json("{\"ds\":[{\"type\":\"loadForever\",\"tieredReplicants\":{\"hot\":-1}}],"
                + "\"other\":[{\"type\":\"dropForever\"}]}"));

        Map<String, RetentionRules> rules = time.finish(druid.retention().rules());
        assertThat(rules).containsOnlyKeys("ds", "other");
        assertThat(SpecJson.violations(rules.get("ds")))
                .extracting(Violation::rule)
                .containsExactly(Rules.REPLICAS);
        assertThat(SpecJson.violations(rules.get("other"))).isEmpty();
    }

    @Test
    void noRulesMeanThoseOfTheCluster() {
        server.answers(json("[]"));

        assertThat(time.finish(druid.retention().rules("ds")).rules()).isEmpty();
        assertThat(last().getTarget()).isEqualTo("/druid/coordinator/v1/rules/ds");
        time.finish(druid.retention().effectiveRules("ds"));
        assertThat(last().getTarget()).isEqualTo("/druid/coordinator/v1/rules/ds?full");
    }

    @Test
    void rulesAreSetWithWhoAndWhyAndTakenAwayByNone() {
        server.answers(status(200));
        DruidClient ops = druid.with(r -> r.author("ops").comment("ticket 1"));
        time.finish(ops.retention().set("ds", RetentionRules.of(RetentionRule.dropForever())));

        assertThat(body(last())).isEqualTo("[{\"type\":\"dropForever\"}]");
        assertThat(last().getHeaders().get("X-Druid-Author")).isEqualTo("ops");
        assertThat(last().getHeaders().get("X-Druid-Comment")).isEqualTo("ticket 1");

        time.finish(druid.retention().clear("ds"));
        assertThat(body(last())).isEqualTo("[]");
        assertThatThrownBy(() -> druid.retention().clear(Retention.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(server.requestCount()).isEqualTo(2);
    }

    @Test
    void theHistoryTellsWhatWasSet() {
        server.answers(json("[{\"key\":\"ds\",\"type\":\"rules\",\"auditInfo\":{\"author\":\"ops\",\"identity\":\"me\","
                + "\"comment\":\"ticket 1\",\"ip\":\"127.0.0.1\"},\"request\":null,"
                + "\"payload\":\"[{\\\"type\\\":\\\"dropForever\\\"}]\",\"auditTime\":\"2026-11-20T13:50:12.912Z\"}]"));

        AuditEntry entry = time.finish(druid.retention().history("ds", 3)).get(0);
        assertThat(last().getTarget()).isEqualTo("/druid/coordinator/v1/rules/ds/history?count=3");
        assertThat(List.of(entry.key(), entry.type(), entry.author(), entry.comment()))
                .containsExactly("ds", "rules", "ops", "ticket 1");
        assertThat(entry.payload().get(0).path("type").asText()).isEqualTo("dropForever");
        assertThat(entry.auditTime()).isEqualTo(Instant.parse("2026-11-20T13:50:12.912Z"));

        time.finish(druid.retention().history(Interval.of("2026-01-01/P1Y")));
        assertThat(last().getTarget()).isEqualTo("/druid/coordinator/v1/rules/history?interval=2026-01-01%2FP1Y");
        assertThatThrownBy(() -> druid.retention().history(0)).hasMessage("count must be positive, not 0");
    }

    private RecordedRequest last() {
        return server.requests().get(server.requestCount() - 1);
    }
}
