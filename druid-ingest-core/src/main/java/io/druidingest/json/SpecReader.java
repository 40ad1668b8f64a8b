package io.druidingest.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rule;
import io.druidingest.validation.Rules;
import io.druidingest.validation.SpecValidationException;
import io.druidingest.validation.Violation;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one document. A malformed part does not hide the rest: it is noted, cut out, and the reading begins again, so
 * that the walk over what remains can tell everything else that is wrong.
 */
final class SpecReader<T extends SpecObject> {

    /** Where one of these is broken, the value cannot be written back as it was read. */
    private static final Set<Rule> OF_THE_FORM =
            Set.of(Rules.MISSING, Rules.MALFORMED, Rules.WRONG_TYPE, Rules.KNOWN_PROPERTY, Rules.NULL_ELEMENT);

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
        KeyCheck keys = mode == SpecJson.Mode.STRICT ? new KeyCheck(value) : null;
        Walk.ofRead(keys, at.violations()).value(value, document, at);
        return mode == SpecJson.Mode.AS_FOUND && isWhole() ? value : Specs.orThrow(value, document, at);
    }

    /** Whether the value says what the document says, whatever else is wrong with it. */
    private boolean isWhole() {
        return at.violations().stream().map(Violation::rule).noneMatch(OF_THE_FORM::contains);
    }

    private JsonNode parse(String json) {
        try {
            JsonNode document = SpecMapper.wire().readTree(json);
            boolean list = Shape.of(type).list();
            if (list ? document.isArray() : document.isObject()) {
                return document;
            }
            at.report(Rules.MALFORMED, list ? "is not a JSON list" : "is not a JSON object");
        } catch (JsonProcessingException e) {
            at.report(Rules.MALFORMED, Malformed.syntax(e));
        } catch (NumberFormatException e) { // how Jackson refuses an exponent of more than 32 bits
            at.report(Rules.MALFORMED, "is not JSON: a number is too large");
        }
        throw failure();
    }

    private @Nullable T bind(JsonNode document) {
        JsonMapper mapper = mode == SpecJson.Mode.STRICT ? SpecMapper.wire() : SpecMapper.coercing();
        while (true) {
            try {
                return mapper.treeToValue(document, type);
            } catch (JsonMappingException e) {
                if (!cut(document, e)) {
                    return null;
                }
            } catch (JsonProcessingException e) {
                at.report(Rules.MALFORMED, Malformed.syntax(e));
                return null;
            }
        }
    }

    /**
     * Notes what is malformed and takes it out of the document; a list keeps its length, or the later paths would lie.
     *
     * @return whether there is something left to read
     */
    private boolean cut(JsonNode document, JsonMappingException e) {
        Findings there = at;
        JsonNode parent = MissingNode.getInstance();
        JsonNode node = document;
        JsonMappingException.Reference last = null;
        for (JsonMappingException.Reference step : e.getPath()) {
            boolean property = step.getFieldName() != null;
            there = property ? there.at(step.getFieldName()) : there.at(step.getIndex());
            parent = node;
            node = property ? node.path(step.getFieldName()) : node.path(step.getIndex());
            last = step;
        }
        Malformed.value(e, node, there);
        if (last == null || node.isMissingNode() || node.isNull()) {
            return false;
        }
        if (parent.isObject()) {
            ((ObjectNode) parent).remove(last.getFieldName());
        } else {
            ((ArrayNode) parent).setNull(last.getIndex());
        }
        return true;
    }

    private SpecValidationException failure() {
        return new SpecValidationException(Shape.of(type).name(), at.violations());
    }
}
