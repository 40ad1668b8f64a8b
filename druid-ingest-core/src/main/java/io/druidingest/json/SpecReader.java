package io.druidingest.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import io.druidingest.validation.SpecValidationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one document. A malformed part does not hide the rest: it is noted, cut out, and the reading begins again, so
 * that the walk over what remains can tell everything else that is wrong.
 */
final class SpecReader<T extends SpecObject> {

    private final Class<T> type;
    private final SpecJson.Mode mode;
    private final Findings at = new Findings();

    SpecReader(Class<T> type, SpecJson.Mode mode) {
        this.type = type;
        this.mode = mode;
    }

    T read(String json) {
        JsonNode document = parse(json);
        T value = bind(document.deepCopy());
        if (value == null) {
            throw failure();
        }
        boolean strict = mode == SpecJson.Mode.STRICT;
        (strict ? Walk.ofStrict(new KeyCheck(type)) : Walk.ofBuilt()).value(value, document, at);
        return Specs.orThrow(value, at);
    }

    private JsonNode parse(String json) {
        try {
            JsonNode document = SpecMapper.wire().readTree(json);
            if (document.isObject()) {
                return document;
            }
            at.report(Rules.MALFORMED, "is not a JSON object");
        } catch (JsonProcessingException e) {
            at.report(Rules.MALFORMED, "is not JSON: " + reason(e));
        }
        throw failure();
    }

    private @Nullable T bind(JsonNode document) {
        while (true) {
            try {
                return SpecMapper.wire().treeToValue(document, type);
            } catch (JsonMappingException e) {
                Findings there = at;
                for (JsonMappingException.Reference step : e.getPath()) {
                    there = step.getFieldName() == null ? there.at(step.getIndex()) : there.at(step.getFieldName());
                }
                there.report(Rules.MALFORMED, reason(e));
                if (!cut(document, e.getPath())) {
                    return null;
                }
            } catch (JsonProcessingException e) {
                at.report(Rules.MALFORMED, reason(e));
                return null;
            }
        }
    }

    /** Takes the part at {@code path} out; a list keeps its length, or the later paths would lie. */
    private static boolean cut(JsonNode document, List<JsonMappingException.Reference> path) {
        JsonNode node = document;
        for (int i = 0; i < path.size(); i++) {
            JsonMappingException.Reference step = path.get(i);
            boolean last = i == path.size() - 1;
            if (node instanceof ObjectNode && step.getFieldName() != null && node.has(step.getFieldName())) {
                JsonNode child = node.get(step.getFieldName());
                if (last) {
                    ((ObjectNode) node).remove(step.getFieldName());
                    return true;
                }
                node = child;
            } else if (node instanceof ArrayNode && step.getIndex() >= 0 && step.getIndex() < node.size()) {
                if (last) {
                    boolean already = node.get(step.getIndex()).isNull();
                    ((ArrayNode) node).setNull(step.getIndex());
                    return !already;
                }
                node = node.get(step.getIndex());
            } else {
                return false;
            }
        }
        return false;
    }

    /** Jackson's own words without its source excerpt, which may hold a secret, and without its class names. */
    private static String reason(JsonProcessingException e) {
        String text = e.getOriginalMessage();
        int line = text.indexOf('\n');
        return (line < 0 ? text : text.substring(0, line))
                .replace("`", "")
                .replaceAll("\\b(?:[a-z]\\w*\\.)+([A-Z])", "$1");
    }

    private SpecValidationException failure() {
        return new SpecValidationException(Shape.of(type).name(), at.violations());
    }
}
