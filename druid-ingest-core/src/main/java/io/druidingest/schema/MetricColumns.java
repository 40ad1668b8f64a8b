package io.druidingest.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The columns that metrics are or read, as their JSON tells; those of a newer Druid included. */
final class MetricColumns {

    private static final Set<String> NAMES = Set.of(
            "name",
            "fieldName",
            "fieldNames",
            "fields",
            "timeColumn",
            "metricColumns",
            "dimension",
            "dimensions",
            "column");

    private static final Set<String> EXPRESSIONS = Set.of("expression", "fold");

    private MetricColumns() {}

    /** Whether some metric below is that column, or reads it, be it in an expression. */
    static boolean contain(JsonNode metrics, String column) {
        if (metrics.isArray()) {
            for (JsonNode metric : metrics) {
                if (contain(metric, column)) {
                    return true;
                }
            }
        }
        for (Map.Entry<String, JsonNode> property : metrics.properties()) {
            JsonNode said = property.getValue();
            if ((NAMES.contains(property.getKey()) && isNamed(said, column))
                    || (EXPRESSIONS.contains(property.getKey()) && isRead(said.asText(), column))
                    || contain(said, column)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(JsonNode said, String column) {
        if (said.isArray()) {
            for (JsonNode name : said) {
                if (column.equals(name.textValue())) {
                    return true;
                }
            }
        }
        return column.equals(said.textValue());
    }

    private static boolean isRead(String expression, String column) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(column) + "(?!\\w)")
                .matcher(expression)
                .find();
    }
}
