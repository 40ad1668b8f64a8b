package io.druidingest.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;

/** Reads a {@link FlattenField}, for which Druid takes a bare name, too. */
final class FlattenFieldReader extends JsonDeserializer<FlattenField> {

    @Override
    public FlattenField deserialize(JsonParser p, DeserializationContext context) throws IOException {
        return p.hasToken(JsonToken.VALUE_STRING)
                ? FlattenField.root(p.getText())
                : context.readValue(p, ImmutableFlattenField.Builder.class).partial();
    }
}
