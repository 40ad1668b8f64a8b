package io.druidingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said, what a real Druid gave back of it, and what says something else close by: {@code same-meaning.json}.
 */
class SameMeaningTest {

    static Stream<Arguments> cases() throws IOException {
        try (InputStream in = SameMeaningTest.class.getResourceAsStream("same-meaning.json")) {
            return StreamSupport.stream(SpecMapper.wire().readTree(in).spliterator(), false)
                    .map(c -> Arguments.of(c.get("what").asText(), c))
                    .collect(Collectors.toList())
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void comesBackTheSameAndNothingElseDoes(String what, JsonNode it) {
        SpecObject said = read(it, "said");
        SpecObject back = read(it, "back");
        SpecObject other = read(it, "other");

        assertThat(SpecJson.diff(said, back)).isEmpty();
        assertThat(SpecJson.diff(back, said)).isEmpty();
        String path = it.get("path").asText();
        for (List<String> told : List.of(paths(said, other), paths(back, other), paths(other, back))) {
            assertThat(told).isNotEmpty().allMatch(p -> p.startsWith(path));
        }
    }

    private static List<String> paths(SpecObject before, SpecObject after) {
        return SpecJson.diff(before, after).stream().map(Change::path).collect(Collectors.toList());
    }

    private static SpecObject read(JsonNode it, String side) {
        JsonNode json = it.get(side);
        try {
            Class<?> type = Class.forName(it.get("type").asText());
            return (SpecObject) SpecMapper.coercing().treeToValue(json, type);
        } catch (ReflectiveOperationException | IOException e) {
            throw new AssertionError(side + " of " + it.get("what"), e);
        }
    }
}
