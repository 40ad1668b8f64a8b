package io.druidingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one version of Druid reads, as its own classes say: {@code src/test/resources/contract}. */
final class Contract {

    private static final ObjectMapper JSON = new ObjectMapper();

    final String version;
    final List<Type> types = new ArrayList<>();

    private Contract(JsonNode json) {
        version = json.get("druid").asText();
        json.get("types").forEach(t -> types.add(new Type(t)));
    }

    static Contract of(String version) {
        try (InputStream in = Contract.class.getResourceAsStream("/contract/druid-" + version + ".json")) {
            return new Contract(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Druid " + version;
    }

    /** One type id of one of Druid's base types. */
    static final class Type {

        final String base;
        final @Nullable String id;

        /** The simple name of Druid's class; null where its jar is not to be had. */
        final @Nullable String druidClass;

        /** Whether Druid's class was there to be read; otherwise the facts come from documentation or memory. */
        final boolean fromClasses;

        final List<Property> properties = new ArrayList<>();

        Type(JsonNode json) {
            base = json.get("base").asText();
            id = json.hasNonNull("type") ? json.get("type").asText() : null;
            druidClass = json.hasNonNull("class") ? json.get("class").asText() : null;
            fromClasses = json.get("origin").asText().equals("classes");
            json.get("properties").forEach(p -> properties.add(new Property(this, p)));
        }

        /** The live part of what it reads. */
        List<Property> modern() {
            return properties.stream().filter(p -> !p.deprecated).collect(Collectors.toList());
        }

        @Override
        public String toString() {
            return id == null ? base : base + " " + id;
        }
    }

    /** One property that Druid reads. */
    static final class Property {

        final String name;
        final String javaType;
        final boolean deprecated;

        /** {@code always}, {@code one-of} (needed unless another is given) or {@code no}. */
        final String required;

        /** What Druid shows where it is absent, in the smallest object that Druid reads; null where that is not known. */
        final @Nullable JsonNode defaultValue;

        private final Type owner;

        Property(Type owner, JsonNode json) {
            this.owner = owner;
            name = json.get("name").asText();
            javaType = json.get("javaType").asText();
            deprecated = json.path("deprecated").asBoolean();
            required = json.path("required").asText("no");
            defaultValue = json.get("default");
        }

        @Override
        public String toString() {
            return owner + " " + name;
        }
    }
}
