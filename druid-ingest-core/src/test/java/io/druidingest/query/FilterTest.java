package io.druidingest.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.json.SpecJson;
import io.druidingest.schema.TransformSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    @Test
    void readsWell() {
        Filter filter = Filter.and(
                Filter.selector("page", "x"),
                Filter.not(Filter.in("page", "a", null)),
                Filter.or(
                        Filter.equal("added", 7),
                        Filter.range("added", ColumnType.LONG, r -> r.lower(10).lowerOpen(true))));
        assertThat(SpecJson.tree(filter).toString())
                .isEqualTo(
                        "{\"type\":\"and\",\"fields\":["
                                + "{\"type\":\"selector\",\"dimension\":\"page\",\"value\":\"x\"},"
                                + "{\"type\":\"not\",\"field\":{\"type\":\"in\",\"dimension\":\"page\",\"values\":[\"a\",null]}},"
                                + "{\"type\":\"or\",\"fields\":[{\"type\":\"equals\",\"column\":\"added\",\"matchValueType\":\"LONG\",\"matchValue\":7},"
                                + "{\"type\":\"range\",\"column\":\"added\",\"matchValueType\":\"LONG\",\"lower\":10,\"lowerOpen\":true}]}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"in\",\"dimension\":\"page\",\"values\":[null,\"a\"]}",
                "{\"type\":\"in\",\"dimension\":\"page\",\"values\":[]}",
                "{\"type\":\"inType\",\"column\":\"added\",\"matchValueType\":\"LONG\",\"values\":[1,null]}",
                "{\"type\":\"columnComparison\",\"dimensions\":[{\"type\":\"default\",\"dimension\":\"a\"},"
                        + "{\"type\":\"listFiltered\",\"delegate\":{\"type\":\"default\",\"dimension\":\"b\"},\"values\":[null]}]}"
            })
    void keepsNullsAndEmptyListsThatAreValues(String filter) {
        String json = "{\"filter\":" + filter + "}";
        TransformSpec read = SpecJson.read(json, TransformSpec.class, SpecJson.Mode.STRICT);
        assertThat(SpecJson.tree(read).toString().length()).isEqualTo(json.length());
        assertThat(SpecJson.read(SpecJson.write(read), TransformSpec.class, SpecJson.Mode.STRICT))
                .isEqualTo(read)
                .isEqualTo(read.toBuilder().build());
    }

    @Test
    void anAbsentValueIsNull() {
        String json = "{\"filter\":{\"type\":\"selector\",\"dimension\":\"page\",\"value\":null}}";
        assertThat(SpecJson.read(json, TransformSpec.class, SpecJson.Mode.STRICT)
                        .filter())
                .isEqualTo(Filter.selector("page", (String) null));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"array<long>\"', ARRAY<LONG>",
        "'\"LONG_ARRAY\"', ARRAY<LONG>",
        "'{\"type\":\"ARRAY\",\"elementType\":\"long\"}', ARRAY<LONG>",
        "'{\"type\":\"COMPLEX\",\"complexTypeName\":\"json\"}', COMPLEX<json>",
        "'\"complex<JSON>\"', COMPLEX<JSON>",
        "'{\"type\":\"string\"}', STRING",
    })
    void aColumnTypeHasOneMeaning(String json, String meant) {
        String filter = "{\"filter\":{\"type\":\"arrayContainsElement\",\"column\":\"a\",\"elementMatchValueType\":"
                + json + "}}";
        TransformSpec read = SpecJson.read(filter, TransformSpec.class, SpecJson.Mode.STRICT);
        assertThat(((ArrayContainsElementFilter) read.filter()).elementMatchValueType())
                .isEqualTo(ColumnType.of(meant));
        assertThat(SpecJson.canonical(read)).contains("\"" + meant + "\"");
    }

    @Test
    void aComparatorIsAWordOrAnObject() {
        String bare = "{\"filter\":{\"type\":\"bound\",\"dimension\":\"a\",\"lower\":\"1\",\"ordering\":\"numeric\"}}";
        String object = bare.replace("\"numeric\"", "{\"type\":\"numeric\"}");
        assertThat(SpecJson.read(object, TransformSpec.class, SpecJson.Mode.STRICT))
                .isEqualTo(SpecJson.read(bare, TransformSpec.class, SpecJson.Mode.STRICT));
    }
}
