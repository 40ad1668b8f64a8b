package io.druidingest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads a variant of a {@link Family}: by its type id, by the id that Druid assumes, or from a bare string. */
final class FamilyReader extends JsonDeserializer<Object> {

    private final Class<?> base;
    private final Variants family;

    FamilyReader(Class<?> base, Variants family) {
        this.base = base;
        this.family = family;
    }

    @Override
    public Object deserialize(JsonParser p, DeserializationContext context) throws IOException {
        JsonNode json = context.readTree(p);
        if (json.isTextual() && !family.text().isEmpty()) {
            json = context.getNodeFactory().objectNode().put(family.text(), json.asText());
        }
        if (!json.isObject()) {
            throw MismatchedInputException.from(p, base, "not an object");
        }
        ObjectNode object = (ObjectNode) json;
        String type = family.property();
        if (object.path(type).isContainerNode() || !object.hasNonNull(type)) {
            if (object.hasNonNull(type) || family.absent().isEmpty()) {
                throw MismatchedInputException.from(p, base, "no " + type);
            }
            object.put(type, family.absent());
        }
        return context.readTreeAsValue(object, family.type(object.get(type).asText()));
    }
}
