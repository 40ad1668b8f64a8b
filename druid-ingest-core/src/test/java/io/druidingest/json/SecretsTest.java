package io.druidingest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.druidingest.Samples;
import io.druidingest.input.HttpInputSource;
import io.druidingest.input.InputSource;
import io.druidingest.input.Password;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.Task;
import io.druidingest.validation.SpecValidationException;
import io.druidingest.validation.Violation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets reach Druid and nothing else. */
class SecretsTest {

    private static final String SECRET = "hunter2";

    private static final InputSource SOURCE = InputSource.http(h -> h.uris("https://example.org/a")
            .httpAuthenticationUsername("user")
            .httpAuthenticationPassword(SECRET)
            .requestHeader("Authorization", "Bearer " + SECRET)
            .property("newSecret", SECRET));

    @Test
    void reachDruid() {
        String json = SpecJson.write(SOURCE);
        assertThat(json)
                .contains("\"httpAuthenticationPassword\":\"hunter2\"")
                .contains("\"requestHeaders\":{\"Authorization\":\"Bearer hunter2\"}")
                .contains("\"newSecret\":\"hunter2\"");
        assertThat(SpecJson.read(json, InputSource.class, SpecJson.Mode.LENIENT))
                .isEqualTo(SOURCE);
    }

    @Test
    void arePrintedNowhere() {
        IndexParallelTask task = Samples.LOAD.toBuilder()
                .ioConfig(Samples.LOAD.spec().ioConfig().toBuilder()
                        .inputSource(SOURCE)
                        .build())
                .build();
        assertThat(SOURCE.toString())
                .contains("\"httpAuthenticationPassword\":\"***\"", "user")
                .doesNotContain(SECRET);
        assertThat(task.toString()).contains("\"***\"").doesNotContain(SECRET);
        assertThat(Password.of(SECRET)).hasToString("***");
        assertThat(Password.environment(SECRET)).hasToString("***");
    }

    @Test
    void arePrintedNowhereThoughTheyStandInAUri() {
        InputSource source =
                InputSource.http("https://user:hunter2@example.org/a", "https://example.org/b?sig=hunter2");
        assertThat(source.toString()).contains("https://***@example.org/a", "https://example.org/b?***");
        assertThat(SpecJson.write(source)).contains("user:hunter2@", "?sig=hunter2");
    }

    @Test
    void areComparedByContent() {
        assertThat(Password.of(SECRET)).isEqualTo(Password.of(SECRET)).hasSameHashCodeAs(Password.of(SECRET));
        assertThat(Password.of(SECRET)).isNotEqualTo(Password.of("other"));
        assertThat(Password.environment("A")).isNotEqualTo(Password.of("A"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'httpAuthenticationPassword':hunter2",
                "'httpAuthenticationPassword':'hunter2",
                "'httpAuthenticationPassword':'hunter2\n'",
                "'httpAuthenticationPassword':'hunter2\\q'",
                "'httpAuthenticationPassword':'hunter2' 'hunter2'",
                "'httpAuthenticationPassword':123hunter2",
                "'requestHeaders':'Bearer hunter2'",
                "'requestHeaders':['hunter2']",
                "'requestHeaders':{'Authorization':{'token':'hunter2'}}",
                "'requestHeaders':{'Authorization':['hunter2']}",
                "'requestHeaders':{'Authorization':null},'pass':'hunter2'",
                "'httpAuthenticationUsername':['hunter2']",
                "'systemFields':'hunter2'",
                "'uris':['https://user:hunter2@exa mple.org/']",
                "'uris':['ftp://user:hunter2@example.org/']",
                "'type':'htttp','httpAuthenticationPassword':'hunter2'",
                "'secret':'hunter2'",
            })
    void areNotQuotedFromADocumentThatIsRefused(String part) {
        boolean duplicate = part.contains("'type'") || part.contains("'uris'");
        String rest = duplicate ? "" : "'type':'http','uris':['https://example.org/a'],";
        String type = part.contains("'uris'") ? "'type':'http'," : "";
        String source = ("{" + rest + type + part + "}").replace('\'', '"');
        String json = SpecJson.write(Samples.LOAD)
                .replace("{\"type\":\"http\",\"uris\":[\"https://example.org/wikipedia.json.gz\"]}", source);
        assertThat(json).contains(source);

        SpecValidationException e = catchThrowableOfType(
                SpecValidationException.class, () -> SpecJson.read(json, Task.class, SpecJson.Mode.STRICT));

        assertThat(e).isNotNull();
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(SECRET);
        assertThat(e.violations()).extracting(Violation::toString).noneMatch(v -> v.contains(SECRET));
    }

    @Test
    void areNotQuotedByABuilderThatRefuses() {
        HttpInputSource source = HttpInputSource.of(h -> h.uris("ftp://user:hunter2@example.org/a")
                .httpAuthenticationPassword(SECRET)
                .requestHeaders(Map.of("Authorization", SECRET)));
        SpecValidationException e = catchThrowableOfType(
                SpecValidationException.class,
                () -> Samples.LOAD.toBuilder()
                        .ioConfig(Samples.LOAD.spec().ioConfig().toBuilder()
                                .inputSource(source)
                                .build())
                        .build());
        assertThat(e.getMessage()).contains("uri-protocol").doesNotContain(SECRET);
    }
}
