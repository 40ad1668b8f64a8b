package io.druidingest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.input.InlineInputSource;
import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.input.UnknownInputSource;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What registering refuses, and a type without generated code; {@code docs/examples} has a whole extension. */
class ExtensionsTest {

    private static Extensions load(SpecExtension... extensions) {
        return Extensions.load(List.of(extensions));
    }

    @Test
    void keepsWhatIsRegistered() {
        SpecExtension one =
                types -> types.add(InputSource.class, "a", ByHand.class).add(InputSource.class, "b", ByHand.class);
        assertThat(load(one).of(InputSource.class)).containsOnlyKeys("a", "b").containsValue(ByHand.class);
        assertThat(load(one).of(InputFormat.class)).isEmpty();
    }

    @Test
    void refusesWhatClashesOrDoesNotFit() {
        String me = "ExtensionsTest$$Lambda";
        assertThatThrownBy(() -> load(t -> t.add(InputSource.class, "http", ByHand.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(me)
                .hasMessageContaining("cannot be used: InputSource \"http\" as " + ByHand.class.getName()
                        + ": the id stands for io.druidingest.input.HttpInputSource");
        SpecExtension one = types -> types.add(InputSource.class, "a", ByHand.class);
        assertThatThrownBy(() -> load(one, t -> t.add(InputSource.class, "a", InlineInputSource.class)))
                .hasMessageContaining("the id stands for " + ByHand.class.getName());
        assertThatThrownBy(() -> load(t -> t.add(InputSource.class, "", ByHand.class)))
                .hasMessageContaining("the id is empty");
        assertThatThrownBy(() -> load(t -> t.add(InputSource.class, "a", InputSource.class)))
                .hasMessageContaining("must extend or implement it directly");
        assertThatThrownBy(() -> load(t -> t.add(UnknownInputSource.class, "a", UnknownInputSource.class)))
                .hasMessageContaining("UnknownInputSource is no family");
    }

    @Test
    void saysWhichOneCannotBeLoaded() {
        Iterable<SpecExtension> broken = () -> {
            throw new ServiceConfigurationError("io.druidingest.json.SpecExtension: Provider acme.Gone not found");
        };
        assertThatThrownBy(() -> Extensions.load(broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("acme.Gone not found");
    }

    @Test
    void aTypeMayBeWrittenByHand() throws Exception {
        String json = "{\"type\":\"byHand\",\"path\":\"a\",\"new\":1}";
        ByHand read = SpecMapper.wire().readValue(json, ByHand.class);
        assertThat(SpecJson.tree(read)).isEqualTo(SpecMapper.wire().readTree(json));
        assertThat(Shape.of(ByHand.class).property("path").required()).isTrue();
        assertThat(Shape.of(ByHand.class).property("depth").required()).isFalse();
        assertThat(SpecJson.diff(read, read)).isEmpty();
    }

    @JsonIgnoreProperties(value = "type", allowGetters = true)
    static final class ByHand implements InputSource {

        private final String path;
        private final @Nullable Integer depth;
        private final Map<String, JsonNode> properties = new TreeMap<>();

        @JsonCreator
        ByHand(@JsonProperty("path") String path, @JsonProperty("depth") @Nullable Integer depth) {
            this.path = path;
            this.depth = depth;
        }

        @Override
        @JsonProperty("type")
        public String type() {
            return "byHand";
        }

        @JsonProperty("path")
        public String path() {
            return path;
        }

        @JsonProperty("depth")
        public @Nullable Integer depth() {
            return depth;
        }

        @Override
        public Map<String, JsonNode> properties() {
            return properties;
        }

        @JsonAnySetter
        void property(String name, JsonNode value) {
            properties.put(name, value);
        }
    }
}
