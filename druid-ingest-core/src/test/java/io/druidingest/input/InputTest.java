package io.druidingest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecObject;
import io.druidingest.validation.Findings;
import io.druidingest.validation.SpecValidationException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is special about some input sources and formats. */
class InputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"SECRET\"",
                "{\"type\":\"default\",\"password\":\"SECRET\"}",
                "{\"password\":\"SECRET\"}",
            })
    void aPasswordInClearTextIsTheSameHoweverItIsSpelt(String password) {
        String json = "{\"type\":\"http\",\"uris\":[\"http://a/b\"],\"httpAuthenticationUsername\":\"u\","
                + "\"httpAuthenticationPassword\":" + password + "}";
        HttpInputSource source = (HttpInputSource) read(json, InputSource.class);

        assertThat(source.httpAuthenticationPassword())
                .isEqualTo(Password.of("SECRET"))
                .hasSameHashCodeAs(Password.of("SECRET"));
        assertThat(SpecJson.canonical(source)).contains("\"httpAuthenticationPassword\":\"SECRET\"");
        assertThat(SpecJson.write(source)).isEqualTo(json);
        assertThat(source.toString()).doesNotContain("SECRET");
    }

    @Test
    void otherPasswordProvidersAreThemselves() {
        assertThat(Password.environment("V")).isNotEqualTo(Password.of("V")).hasToString("***");
        assertThat(Password.awsRdsToken("u", "h", 5432, "eu-west-1").canonical())
                .isEqualTo(SpecJson.tree(Map.of(
                        "type", "aws-rds-token", "user", "u", "host", "h", "port", 5432, "region", "eu-west-1")));
    }

    @Test
    void aConfigProviderReachesDruidAndIsNotPrinted() {
        InputFormat format = InputFormat.avroStream(AvroBytesDecoder.schemaRegistry(r -> r.urls("http://u:SECRET@r")
                .config("basic.auth.credentials.source", "USER_INFO")
                .header(DynamicConfigProvider.KEY, DynamicConfigProvider.mapString(Map.of("Authorization", "SECRET")))
                .config(DynamicConfigProvider.KEY, DynamicConfigProvider.environment(Map.of("k", "SECRET")))));

        assertThat(SpecJson.write(format))
                .contains(
                        "{\"type\":\"mapString\",\"config\":{\"Authorization\":\"SECRET\"}}",
                        "{\"type\":\"environment\",\"variables\":{\"k\":\"SECRET\"}}",
                        "USER_INFO");
        assertThat(format.toString()).doesNotContain("SECRET");
        assertThat(DynamicConfigProvider.mapString(Map.of("k", "v")))
                .hasToString("***")
                .isEqualTo(DynamicConfigProvider.read(SpecJson.tree(Map.of("config", Map.of("k", "v")))))
                .isNotEqualTo(DynamicConfigProvider.environment(Map.of("k", "v")));
    }

    @Test
    void aSourceMayHavePropertiesCalledProperties() {
        String json = "{\"type\":\"s3\",\"uris\":[\"s3://b/k\"],\"properties\":{\"assumeRoleArn\":\"arn\"},\"new\":1}";
        S3InputSource source = (S3InputSource) SpecJson.read(json, InputSource.class, SpecJson.Mode.LENIENT);

        assertThat(source.config()).isEqualTo(S3InputSourceConfig.of(c -> c.assumeRoleArn("arn")));
        assertThat(source.properties()).containsOnlyKeys("new");
        assertThat(SpecJson.write(source)).isEqualTo(json);
    }

    @Test
    void aBareNameIsAFieldOfTheRoot() {
        FlattenSpec spec = (FlattenSpec)
                read("{\"fields\":[\"a\",{\"type\":\"PATH\",\"name\":\"b\",\"expr\":\"$.b.c\"}]}", FlattenSpec.class);

        assertThat(spec.fields()).containsExactly(FlattenField.root("a"), FlattenField.path("b", "$.b.c"));
        assertThatThrownBy(() -> read("{\"fields\":[{\"name\":\"a\"},7]}", FlattenSpec.class))
                .isInstanceOf(SpecValidationException.class)
                .hasMessageContaining("fields[0].type   missing")
                .hasMessageContaining("malformed: is a number; write an object");
    }

    @Test
    void oneHdfsPathNeedsNoList() {
        assertThat(read("{\"type\":\"hdfs\",\"paths\":\"/a\"}", InputSource.class))
                .isEqualTo(InputSource.hdfs("/a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**.json          | true",
                "{a,b}*.{c,d}     | true",
                "[a-z]?           | true",
                "[{]*             | true",
                "\\{*             | true",
                "*\\              | false",
                "{a               | false",
                "[a               | false",
                "{a,{b}}          | false",
                "*}               | true",
            })
    void knowsAGlob(String glob, boolean good) {
        Findings at = new Findings();
        InputSource.s3(b -> b.uris("s3://b/k").objectGlob(glob)).check(at);
        assertThat(at.violations().isEmpty()).isEqualTo(good);
    }

    @Test
    void saysWhichSourcesNeedAFormat() {
        InputSource file = InputSource.local("/a", "*");
        InputSource table = InputSource.delta("/t");
        assertThat(List.of(file, InputSource.s3("s3://b/k"), InputSource.combining(table, file)))
                .allMatch(InputSource::needsFormat);
        assertThat(List.of(table, InputSource.druid("d", "2026/2027"), InputSource.combining(table, table)))
                .noneMatch(InputSource::needsFormat);
    }

    private static <T extends SpecObject> SpecObject read(String json, Class<T> type) {
        return SpecJson.read(json, type, SpecJson.Mode.STRICT);
    }
}
