package io.druidingest.input;

import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of what a stream adds to the rows of its records. */
final class EnvelopeColumns {

    private final Map<String, String> properties = new HashMap<>();
    private final Findings at;

    private EnvelopeColumns(Findings at) {
        this.at = at;
    }

    static void check(KafkaInputFormat format, Findings at) {
        EnvelopeColumns columns = new EnvelopeColumns(at);
        columns.add("timestampColumnName", format.timestampColumnName(), "kafka.timestamp");
        columns.add("topicColumnName", format.topicColumnName(), "kafka.topic");
        columns.add("partitionColumnName", format.partitionColumnName(), "kafka.partition");
        columns.add("offsetColumnName", format.offsetColumnName(), "kafka.offset");
        if (format.keyFormat() != null) {
            columns.add("keyColumnName", format.keyColumnName(), "kafka.key");
        }
    }

    static void check(KinesisInputFormat format, Findings at) {
        EnvelopeColumns columns = new EnvelopeColumns(at);
        columns.add("timestampColumnName", format.timestampColumnName(), "kinesis.timestamp");
        columns.add("partitionKeyColumnName", format.partitionKeyColumnName(), "kinesis.partitionKey");
    }

    static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private void add(String property, @Nullable String name, String otherwise) {
        String column = name == null ? otherwise : name;
        String taken = properties.putIfAbsent(column, property);
        if (taken != null) {
            at.at(property)
                    .report(
                            Rules.ENVELOPE_COLUMNS,
                            "\"" + column + "\" is also the column of " + taken + "; rename one");
        }
    }
}
