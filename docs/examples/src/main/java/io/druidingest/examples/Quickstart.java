package io.druidingest.examples;

import static io.druidingest.unit.Granularity.DAY;
import static io.druidingest.unit.Granularity.YEAR;

import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.IngestResult;
import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.schema.DataSchema;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.testkit.LocalDruid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Boots a real Druid, loads four years of Seattle's weather into it, and asks what the weather was like. */
public final class Quickstart {

    private Quickstart() {}

    public static void main(String[] args) throws IOException {
        try (LocalDruid local = LocalDruid.start();
                DruidClient druid = DruidClient.connect(local.uri().toString())) {
            Path file = unpack("seattle-weather.csv", local.workDirectory());
            System.out.println("Loading " + file.getFileName() + " ...");

            TaskHandle task = druid.tasks().submit(load(file)).join();
            System.out.println("Submitted " + task.id());
            IngestResult result = task.queryable().join();
            System.out.println(result);

            print(druid.sql()
                    .query("SELECT weather, COUNT(*) AS days, ROUND(AVG(temp_max), 1) AS avg_max_celsius,"
                            + " ROUND(SUM(precipitation)) AS rain_mm, MAX(wind) AS max_wind"
                            + " FROM seattle_weather GROUP BY 1 ORDER BY 2 DESC")
                    .join());
        }
    }

    private static IndexParallelTask load(Path file) {
        DataSchema weather = DataSchema.of(s -> s.dataSource("seattle_weather")
                .timestampSpec(TimestampSpec.iso("date"))
                .dimensionsSpec(
                        Dimension.string("weather"),
                        Dimension.doubles("precipitation"),
                        Dimension.doubles("temp_max"),
                        Dimension.doubles("temp_min"),
                        Dimension.doubles("wind"))
                .granularitySpec(g -> g.segmentGranularity(YEAR)
                        .queryGranularity(DAY)
                        .rollup(false)
                        .intervals("2012-01-01/2016-01-01")));
        return IndexParallelTask.of(t -> t.dataSchema(weather)
                .ioConfig(io -> io.inputSource(InputSource.local(f -> f.files(file.toString())))
                        .inputFormat(InputFormat.csv()))
                .tuningConfig(c -> c.maxParseExceptions(0)));
    }

    private static Path unpack(String resource, Path directory) throws IOException {
        Path file = directory.resolve(resource);
        try (InputStream in = Objects.requireNonNull(Quickstart.class.getResourceAsStream(resource), resource)) {
            Files.copy(in, file);
        }
        return file;
    }

    private static void print(List<Map<String, @Nullable Object>> rows) {
        System.out.println();
        rows.get(0).keySet().forEach(column -> System.out.printf("%16s", column));
        System.out.println();
        for (Map<String, @Nullable Object> row : rows) {
            row.values().forEach(value -> System.out.printf("%16s", value));
            System.out.println();
        }
    }
}
