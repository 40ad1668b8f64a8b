package io.druidingest.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.schema.DataSchema;
import io.druidingest.schema.GranularitySpec;
import io.druidingest.tuning.TaskContext;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Identifiers;
import io.druidingest.validation.Rules;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds for the stream supervisors alike. */
final class StreamChecks {

    /** Words that Druid's URLs have in the place of a supervisor's id. */
    private static final Set<String> RESERVED = Set.of("history", "suspendAll", "resumeAll", "terminateAll");

    /** Consumer properties that hold a secret, if in text. */
    private static final Set<String> SECRETS = Set.of(
            "sasl.jaas.config",
            "ssl.truststore.password",
            "ssl.keystore.password",
            "ssl.key.password",
            "ssl.keystore.key",
            "password");

    private static final Duration SHORT = Duration.ofMinutes(1);

    /** Druid writes these times in seconds, and reads no more of them than 32 bits hold. */
    private static final Duration MOST_KEPT = Duration.ofSeconds(Integer.MAX_VALUE);

    private StreamChecks() {}

    /** Warns of an id by which Druid does not know the supervisor, or cannot tell of it. */
    static void id(StreamSupervisor supervisor, Findings at) {
        String id = supervisor.id();
        String dataSource = supervisor.dataSource();
        TaskContext context = supervisor.context();
        if (id != null) {
            Identifiers.check(id, at);
            if (!id.equals(dataSource) && (context == null || !Boolean.TRUE.equals(context.useConcurrentLocks()))) {
                at.report(
                        Rules.SUPERVISOR_ID,
                        "is \"" + id + "\" and not the datasource \"" + dataSource
                                + "\"; leave it out, or set useConcurrentLocks to true in context");
            }
        }
        name(supervisor.supervisorId(), at);
    }

    /** Warns of a name that Druid's URLs have in the place of a supervisor's id. */
    static void name(@Nullable String supervisorId, Findings at) {
        if (supervisorId != null && RESERVED.contains(supervisorId)) {
            at.report(
                    Rules.RESERVED_ID,
                    "\"" + supervisorId + "\" has a meaning of its own in Druid's URLs; choose another");
        }
    }

    /** Reports replicas by priority that Druid refuses. */
    static void replicas(@Nullable Integer replicas, Map<String, Integer> byPriority, Findings at) {
        byPriority.forEach((priority, n) -> {
            if (!priority.matches("-?\\d{1,9}")) {
                at.at(priority).report(Rules.REPLICAS_BY_PRIORITY, "has a key that is no number; name a priority");
            } else if (n < 0) {
                at.at(priority).report(Rules.REPLICAS_BY_PRIORITY, "is " + n + "; make it 0 or greater");
            }
        });
        long sum = byPriority.values().stream().mapToLong(Integer::longValue).sum();
        if (replicas != null && !byPriority.isEmpty() && sum != replicas) {
            at.report(
                    Rules.REPLICAS_BY_PRIORITY,
                    "sums up to " + sum + " beside replicas " + replicas + "; leave replicas out");
        }
    }

    /** Warns of intervals, which are for batches only. */
    static void schema(DataSchema schema, Findings at) {
        GranularitySpec granularity = schema.granularitySpec();
        if (granularity != null && !granularity.intervals().isEmpty()) {
            at.at("granularitySpec")
                    .at("intervals")
                    .report(
                            Rules.INTERVALS_IN_STREAM,
                            "does not limit what a stream writes; leave it out, or set"
                                    + " ioConfig.lateMessageRejectionPeriod");
        }
    }

    /** Reports a time that is less than zero, or that Druid cannot read again from its own metadata. */
    static void kept(@Nullable Duration time, Findings at) {
        Amounts.notNegative(time, at);
        if (time != null && time.compareTo(MOST_KEPT) > 0) {
            at.report(
                    Rules.LOST_AT_RESTART,
                    "is " + time + "; choose at most P24855D, or leave it out where there is to be no limit");
        }
    }

    /** Warns of a timeout that is too short for what it is about. */
    static void longEnough(@Nullable Duration timeout, String otherwise, Findings at) {
        if (timeout != null && !timeout.isNegative() && timeout.compareTo(SHORT) < 0) {
            at.report(
                    Rules.SHORT_TIMEOUT,
                    "is " + timeout + ": " + otherwise + "; give it a minute or more, or leave it out for the default");
        }
    }

    /** Warns of secrets that stand in the spec. */
    static void secrets(Map<String, JsonNode> consumerProperties, Findings at) {
        consumerProperties.forEach((key, value) -> {
            if (SECRETS.contains(key) && value.isTextual()) {
                at.at(key)
                        .report(
                                Rules.CLEAR_TEXT_SECRET,
                                "stands in the spec in clear text; let druid.dynamic.config.provider find it");
            }
        });
    }
}
