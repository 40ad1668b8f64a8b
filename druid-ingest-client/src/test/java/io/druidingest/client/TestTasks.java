package io.druidingest.client;

import static io.druidingest.unit.Granularity.DAY;

import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.spec.IndexParallelTask;

/** Tasks to submit. */
public final class TestTasks {

    public static final IndexParallelTask LOAD = load("https://example.org/wikipedia.json.gz");

    private TestTasks() {}

    static IndexParallelTask load(String url) {
        return IndexParallelTask.of(t -> t.dataSchema(s -> s.dataSource("wikipedia")
                        .timestampSpec(TimestampSpec.iso("time"))
                        .dimensionsSpec(Dimension.string("page"))
                        .granularitySpec(g -> g.segmentGranularity(DAY)))
                .ioConfig(io -> io.inputSource(InputSource.http(url)).inputFormat(InputFormat.json())));
    }
}
