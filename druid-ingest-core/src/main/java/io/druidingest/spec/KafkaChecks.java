package io.druidingest.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What holds for reading Kafka. */
final class KafkaChecks {

    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    /** Consumer properties that Druid puts over whatever the spec says. */
    private static final Map<String, String> FIXED =
            Map.of("enable.auto.commit", "false", "auto.offset.reset", "none", "metadata.max.age.ms", "10000");

    private KafkaChecks() {}

    static void topic(@Nullable String topic, @Nullable String topicPattern, Findings at) {
        if (topic != null && topicPattern != null) {
            at.at("topicPattern").report(Rules.ONE_TOPIC, "stands beside topic; keep one");
        } else if (topic == null && topicPattern == null) {
            at.at("topic").report(Rules.ONE_TOPIC, "is required, or topicPattern; say what to read");
        } else if (topic != null && !TOPIC.matcher(topic).matches()) {
            at.at("topic")
                    .report(
                            Rules.TOPIC_NAME,
                            "\"" + topic + "\" cannot be a topic; write letters, digits, dots, dashes and"
                                    + " underscores, or topicPattern for several topics");
        } else if (topicPattern != null) {
            try {
                Pattern.compile(topicPattern);
            } catch (PatternSyntaxException e) {
                at.at("topicPattern")
                        .report(Rules.TOPIC_NAME, "is no regular expression: " + e.getDescription() + "; mend it");
            }
        }
    }

    static void consumerProperties(Map<String, JsonNode> properties, Findings at) {
        JsonNode servers = properties.get("bootstrap.servers");
        if (servers == null || servers.isNull() || servers.asText().isBlank()) {
            at.at("bootstrap.servers").report(Rules.BOOTSTRAP_SERVERS, "is required; set bootstrapServers(..)");
        }
        FIXED.forEach((key, value) -> {
            JsonNode said = properties.get(key);
            if (said != null && !said.asText().equals(value)) {
                at.at(key)
                        .report(
                                Rules.FIXED_CONSUMER_PROPERTY,
                                "is " + said + ", and Druid sets it to " + value + " whatever it is; leave it out");
            }
        });
    }
}
