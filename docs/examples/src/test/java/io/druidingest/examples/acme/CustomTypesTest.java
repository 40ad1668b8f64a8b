package io.druidingest.examples.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.input.InputFormat;
import io.druidingest.input.Password;
import io.druidingest.json.SpecJson;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.Task;
import org.junit.jupiter.api.Test;

class CustomTypesTest {

    private final IndexParallelTask load = IndexParallelTask.of(t -> t.dataSchema(s -> s.dataSource("nightly")
                    .timestampSpec(TimestampSpec.iso("time"))
                    .dimensionsSpec(Dimension.string("page"))
                    .granularitySpec(g -> g.rollup(false).intervals("2026-01-01/P1D")))
            .ioConfig(io -> io.inputSource(SftpInputSource.of(s -> s.host("files.example.org")
                            .paths("/night.json")
                            .password(Password.environment("SFTP_PASSWORD"))))
                    .inputFormat(InputFormat.json())));

    @Test
    void isWrittenAndReadLikeAnyOther() {
        String json = SpecJson.write(load);
        assertThat(json).contains("\"inputSource\":{\"type\":\"acme-sftp\",\"host\":\"files.example.org\",");
        assertThat(SpecJson.read(json, Task.class, SpecJson.Mode.STRICT)).isEqualTo(load);
        assertThat(load.toString()).contains("\"password\":\"***\"").doesNotContain("SFTP_PASSWORD");
        String more = json.replace("\"host\"", "\"port\":22,\"host\"");
        assertThat(SpecJson.diff(load, SpecJson.read(more, Task.class, SpecJson.Mode.LENIENT)))
                .isEmpty();
    }

    @Test
    void isCheckedLikeAnyOther() {
        String json = SpecJson.write(load);
        assertThatThrownBy(() -> SpecJson.read(
                        json.replace("\"host\"", "\"hots\"").replace("/night", "night"),
                        Task.class,
                        SpecJson.Mode.STRICT))
                .hasMessageContaining("inputSource.host   missing: is required")
                .hasMessageContaining("inputSource.hots   unknown-property: is not known here; did you mean \"host\"?");
        assertThatThrownBy(() -> SpecJson.read(json.replace("/night", "night"), Task.class, SpecJson.Mode.LENIENT))
                .hasMessageContaining("inputSource.paths[0]   acme-absolute-path: does not start with a slash");
        assertThatThrownBy(
                        () -> SpecJson.read(json.replace("acme-sftp", "acme-stfp"), Task.class, SpecJson.Mode.STRICT))
                .hasMessageContaining("did you mean \"acme-sftp\"?");
    }
}
