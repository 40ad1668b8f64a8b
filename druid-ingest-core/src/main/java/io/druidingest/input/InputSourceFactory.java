package io.druidingest.input;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * Reads the data files of a table whose places an {@link IcebergCatalog} tells.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#iceberg-input-source">Iceberg input source</a>
 */
@Family(
        value = {
            @Variant(id = "local", type = SimpleInputSourceFactory.class),
            @Variant(id = "hdfs", type = SimpleInputSourceFactory.class),
            @Variant(id = "google", type = SimpleInputSourceFactory.class),
            @Variant(id = "s3", type = S3InputSourceFactory.class),
        },
        unknown = UnknownInputSourceFactory.class)
public interface InputSourceFactory extends SpecObject {

    /** The type id. */
    String type();

    /** Files on the disks of the Druid servers. */
    static InputSourceFactory local() {
        return SimpleInputSourceFactory.of(b -> b.type("local"));
    }

    /** Files in HDFS. */
    static InputSourceFactory hdfs() {
        return SimpleInputSourceFactory.of(b -> b.type("hdfs"));
    }

    /** Objects in Google Cloud Storage. */
    static InputSourceFactory google() {
        return SimpleInputSourceFactory.of(b -> b.type("google"));
    }

    /** Objects in S3. */
    static InputSourceFactory s3() {
        return S3InputSourceFactory.builder().build();
    }

    /** Objects in S3, with more to say. */
    static InputSourceFactory s3(UnaryOperator<S3InputSourceFactory.Builder> b) {
        return S3InputSourceFactory.of(b);
    }
}
