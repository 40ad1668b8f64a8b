package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of an inline input source of JSON lines, as Druid reads them. Immutable. */
final class InlineData {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WITH_OFFSET = Pattern.compile(".*(Z|[+-]\\d\\d:?\\d\\d)");

    private final List<Line> lines = new ArrayList<>();

    private InlineData(String data, JsonNode timestampSpec) {
        List<String> texts = data.lines().collect(Collectors.toList());
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isBlank()) {
                lines.add(Line.of(texts.get(i), i + 1, timestampSpec));
            }
        }
    }

    /** What an input source holds; null if it holds it elsewhere, or in another format. */
    static @Nullable InlineData of(JsonNode ioConfig, JsonNode dataSchema) {
        JsonNode source = ioConfig.path("inputSource");
        boolean readable = source.path("type").asText().equals("inline")
                && ioConfig.at("/inputFormat/type").asText().equals("json");
        return readable ? new InlineData(source.path("data").asText(), dataSchema.path("timestampSpec")) : null;
    }

    List<Line> lines() {
        return lines;
    }

    /** One line: a row that is of some time, or what is wrong with it. */
    static final class Line {

        private final String text;
        private final @Nullable JsonNode input;
        private final @Nullable Instant time;
        private final String error;

        private Line(String text, @Nullable JsonNode input, @Nullable Instant time, String error) {
            this.text = text;
            this.input = input;
            this.time = time;
            this.error = error;
        }

        private static Line of(String text, int number, JsonNode timestampSpec) {
            String where = " (Line: " + number + ")";
            JsonNode input = object(text);
            if (input == null) {
                return new Line(text, null, null, "Unable to parse row [" + text + "] into JSON" + where);
            }
            JsonNode said = input.path(timestampSpec.path("column").asText("timestamp"));
            JsonNode missing = timestampSpec.path("missingValue");
            Instant time = time(
                    said.isMissingNode() || said.isNull() ? missing : said,
                    timestampSpec.path("format").asText("auto"));
            if (time != null) {
                return new Line(text, input, time, "");
            }
            String event = input.properties().stream()
                    .map(e -> e.getKey() + "=" + text(e.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            String error = "Timestamp[" + (said.isMissingNode() ? "null" : text(said)) + "] is unparseable! Event: "
                    + event + where;
            return new Line(text, input, null, error);
        }

        private static String text(JsonNode value) {
            return value.isValueNode() ? value.asText() : value.toString();
        }

        private static @Nullable JsonNode object(String text) {
            try {
                JsonNode tree = JSON.readTree(text);
                return tree.isObject() ? tree : null;
            } catch (JsonProcessingException e) {
                return null;
            }
        }

        private static @Nullable Instant time(JsonNode said, String format) {
            String text = said.asText();
            try {
                switch (format) {
                    case "posix":
                        return Instant.ofEpochSecond(Long.parseLong(text));
                    case "millis":
                        return Instant.ofEpochMilli(Long.parseLong(text));
                    default:
                        return format.equals("auto") && text.matches("-?\\d{5,}")
                                ? Instant.ofEpochMilli(Long.parseLong(text))
                                : iso(text);
                }
            } catch (DateTimeException | NumberFormatException e) {
                return null;
            }
        }

        private static Instant iso(String text) {
            String spelled = text.replace(' ', 'T');
            if (!spelled.contains("T")) {
                return LocalDate.parse(spelled).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return WITH_OFFSET.matcher(spelled).matches()
                    ? OffsetDateTime.parse(spelled).toInstant()
                    : LocalDateTime.parse(spelled).toInstant(ZoneOffset.UTC);
        }

        String text() {
            return text;
        }

        int bytes() {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }

        /** Null if the line is no object. */
        @Nullable JsonNode input() {
            return input;
        }

        /** Null if the row has none that can be read: it is no row then. */
        @Nullable Instant time() {
            return time;
        }

        /** Why it cannot be read; empty if it can. */
        String error() {
            return error;
        }

        /** A value of a column; null if there is none. */
        @Nullable JsonNode value(String column) {
            return input == null || !input.hasNonNull(column) ? null : input.path(column);
        }
    }
}
