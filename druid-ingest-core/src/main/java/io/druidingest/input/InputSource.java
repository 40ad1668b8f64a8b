package io.druidingest.input;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * Where a batch load reads its rows.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources">input sources</a>
 */
@Family(
        value = {
            @Variant(id = "inline", type = InlineInputSource.class),
            @Variant(id = "local", type = LocalInputSource.class),
            @Variant(id = "http", type = HttpInputSource.class),
            @Variant(id = "s3", type = S3InputSource.class),
            @Variant(id = "google", type = GoogleInputSource.class),
            @Variant(id = "azure", type = AzureInputSource.class),
            @Variant(id = "azureStorage", type = AzureStorageInputSource.class),
            @Variant(id = "hdfs", type = HdfsInputSource.class),
            @Variant(id = "oss", type = OssInputSource.class),
            @Variant(id = "druid", type = DruidInputSource.class),
            @Variant(id = "sql", type = SqlInputSource.class),
            @Variant(id = "combining", type = CombiningInputSource.class),
            @Variant(id = "delta", type = DeltaInputSource.class),
            @Variant(id = "iceberg", type = IcebergInputSource.class),
            @Variant(id = "generator", type = GeneratorInputSource.class),
        },
        unknown = UnknownInputSource.class)
public interface InputSource extends SpecObject {

    /** The type id. */
    String type();

    /**
     * Whether an {@link InputFormat} has to say how the rows are written. A source that this version of the library
     * does not know is taken to need none.
     */
    default boolean needsFormat() {
        return false;
    }

    /** Rows that stand in the spec itself. */
    static InputSource inline(String data) {
        return InlineInputSource.of(b -> b.data(data));
    }

    /** All files below a folder of the Druid servers whose name matches a wildcard such as {@code *.json}. */
    static InputSource local(String baseDir, String filter) {
        return LocalInputSource.of(b -> b.baseDir(baseDir).filter(filter));
    }

    /** Files of the Druid servers, described in full. */
    static InputSource local(UnaryOperator<LocalInputSource.Builder> b) {
        return LocalInputSource.of(b);
    }

    /** Files on web servers. */
    static InputSource http(String... uris) {
        return HttpInputSource.of(b -> b.uris(uris));
    }

    /** Files on web servers, described in full. */
    static InputSource http(UnaryOperator<HttpInputSource.Builder> b) {
        return HttpInputSource.of(b);
    }

    /** Objects in S3, each as {@code s3://bucket/path}. */
    static InputSource s3(String... uris) {
        return S3InputSource.of(b -> b.uris(uris));
    }

    /** Objects in S3, described in full. */
    static InputSource s3(UnaryOperator<S3InputSource.Builder> b) {
        return S3InputSource.of(b);
    }

    /** Objects in Google Cloud Storage, each as {@code gs://bucket/path}. */
    static InputSource google(String... uris) {
        return GoogleInputSource.of(b -> b.uris(uris));
    }

    /** Objects in Google Cloud Storage, described in full. */
    static InputSource google(UnaryOperator<GoogleInputSource.Builder> b) {
        return GoogleInputSource.of(b);
    }

    /** Objects in the Azure storage account of the cluster, each as {@code azure://container/path}. */
    static InputSource azure(String... uris) {
        return AzureInputSource.of(b -> b.uris(uris));
    }

    /** Objects in the Azure storage account of the cluster, described in full. */
    static InputSource azure(UnaryOperator<AzureInputSource.Builder> b) {
        return AzureInputSource.of(b);
    }

    /** Objects in any Azure storage account, each as {@code azureStorage://account/container/path}. */
    static InputSource azureStorage(String... uris) {
        return AzureStorageInputSource.of(b -> b.uris(uris));
    }

    /** Objects in any Azure storage account, described in full. */
    static InputSource azureStorage(UnaryOperator<AzureStorageInputSource.Builder> b) {
        return AzureStorageInputSource.of(b);
    }

    /** Objects in Alibaba Cloud, each as {@code oss://bucket/path}. */
    static InputSource oss(String... uris) {
        return OssInputSource.of(b -> b.uris(uris));
    }

    /** Objects in Alibaba Cloud, described in full. */
    static InputSource oss(UnaryOperator<OssInputSource.Builder> b) {
        return OssInputSource.of(b);
    }

    /** Files in HDFS, with wildcards such as {@code *}. */
    static InputSource hdfs(String... paths) {
        return HdfsInputSource.of(b -> b.paths(paths));
    }

    /** Files in HDFS, described in full. */
    static InputSource hdfs(UnaryOperator<HdfsInputSource.Builder> b) {
        return HdfsInputSource.of(b);
    }

    /** Rows of a relational database, one sub-task for each query. */
    static InputSource sql(SqlDatabase database, String... sqls) {
        return SqlInputSource.of(b -> b.database(database).sqls(sqls));
    }

    /** Rows of a relational database, described in full. */
    static InputSource sql(UnaryOperator<SqlInputSource.Builder> b) {
        return SqlInputSource.of(b);
    }

    /** Rows of a datasource of the same cluster, in an interval such as {@code 2026-01-01/2026-02-01}. */
    static InputSource druid(String dataSource, String interval) {
        return DruidInputSource.of(b -> b.dataSource(dataSource).interval(interval));
    }

    /** Rows of a datasource of the same cluster, described in full. */
    static InputSource druid(UnaryOperator<DruidInputSource.Builder> b) {
        return DruidInputSource.of(b);
    }

    /** Several sources read as one. */
    static InputSource combining(InputSource... delegates) {
        return CombiningInputSource.of(b -> b.delegates(delegates));
    }

    /** A Delta Lake table. */
    static InputSource delta(String tablePath) {
        return DeltaInputSource.of(b -> b.tablePath(tablePath));
    }

    /** A Delta Lake table, described in full. */
    static InputSource delta(UnaryOperator<DeltaInputSource.Builder> b) {
        return DeltaInputSource.of(b);
    }

    /** An Iceberg table. */
    static InputSource iceberg(UnaryOperator<IcebergInputSource.Builder> b) {
        return IcebergInputSource.of(b);
    }

    /** Made-up rows. */
    static InputSource generator(UnaryOperator<GeneratorInputSource.Builder> b) {
        return GeneratorInputSource.of(b);
    }
}
