package io.druidingest.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds values that a filter compares with against the type that it compares as. */
final class MatchValues {

    private MatchValues() {}

    /** Reports a value that Druid could not make a number of, where it has to be one. */
    static void check(ColumnType type, @Nullable JsonNode value, Findings at) {
        if (value != null && type.isNumber() && !isNumber(value)) {
            at.report(Rules.MATCH_VALUE, value + " is no " + type + "; write a number, or change matchValueType");
        }
    }

    /** The same of each of a list, where null is a value and lists are not. */
    static void check(ColumnType type, List<JsonNode> values, Findings at) {
        for (int i = 0; i < values.size(); i++) {
            JsonNode value = values.get(i);
            if (value.isContainerNode()) {
                at.at(i).report(Rules.MATCH_VALUE, value + " is no " + type + "; list the values themselves");
            } else if (!value.isNull()) {
                check(type, value, at.at(i));
            }
        }
    }

    /** Each value once, in the type that it is compared as, in an order that says nothing. */
    static ArrayNode sorted(ColumnType type, JsonNode values) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        for (JsonNode value : values) {
            JsonNode typed = value;
            if (type.isNumber() && value.isTextual() && isNumber(value)) {
                typed = DecimalNode.valueOf(new BigDecimal(value.asText().trim()).stripTrailingZeros());
            } else if (!type.isNumber() && value.isNumber()) {
                typed = TextNode.valueOf(value.decimalValue().toPlainString());
            }
            sorted.put(typed.toString(), typed);
        }
        return JsonNodeFactory.instance.arrayNode().addAll(sorted.values());
    }

    private static boolean isNumber(JsonNode value) {
        if (!value.isTextual()) {
            return value.isNumber() || value.isBoolean();
        }
        try {
            return new BigDecimal(value.asText().trim()).signum() > -2;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
