package io.druidingest.input;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * How rows are written.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats">data formats</a>
 */
@Family(
        value = {
            @Variant(id = "json", type = JsonInputFormat.class),
            @Variant(id = "csv", type = CsvInputFormat.class),
            @Variant(id = "tsv", type = TsvInputFormat.class),
            @Variant(id = "lines", type = LinesInputFormat.class),
            @Variant(id = "regex", type = RegexInputFormat.class),
            @Variant(id = "parquet", type = ParquetInputFormat.class),
            @Variant(id = "orc", type = OrcInputFormat.class),
            @Variant(id = "avro_ocf", type = AvroOcfInputFormat.class),
            @Variant(id = "avro_stream", type = AvroStreamInputFormat.class),
            @Variant(id = "protobuf", type = ProtobufInputFormat.class),
            @Variant(id = "thrift", type = ThriftInputFormat.class),
            @Variant(id = "kafka", type = KafkaInputFormat.class),
            @Variant(id = "kinesis", type = KinesisInputFormat.class),
        },
        unknown = UnknownInputFormat.class)
public interface InputFormat extends SpecObject {

    /** The type id. */
    String type();

    /** One JSON object a row. */
    static InputFormat json() {
        return json(b -> b);
    }

    /** One JSON object a row, with more to say. */
    static InputFormat json(UnaryOperator<JsonInputFormat.Builder> b) {
        return JsonInputFormat.of(b);
    }

    /** Comma-separated text whose first row names the columns. */
    static InputFormat csv() {
        return csv(b -> b.findColumnsFromHeader(true));
    }

    /** Comma-separated text, with more to say. */
    static InputFormat csv(UnaryOperator<CsvInputFormat.Builder> b) {
        return CsvInputFormat.of(b);
    }

    /** Tab-separated text whose first row names the columns. */
    static InputFormat tsv() {
        return tsv(b -> b.findColumnsFromHeader(true));
    }

    /** Text separated by tabs or another delimiter, with more to say. */
    static InputFormat tsv(UnaryOperator<TsvInputFormat.Builder> b) {
        return TsvInputFormat.of(b);
    }

    /** One row a line of any text, in the column {@code line}. Since Druid 34. */
    static InputFormat lines() {
        return LinesInputFormat.builder().build();
    }

    /** Lines taken apart by a regular expression, whose groups are the columns. */
    static InputFormat regex(String pattern, String... columns) {
        return RegexInputFormat.of(b -> b.pattern(pattern).columns(columns));
    }

    /** Lines taken apart by a regular expression, with more to say. */
    static InputFormat regex(UnaryOperator<RegexInputFormat.Builder> b) {
        return RegexInputFormat.of(b);
    }

    /** Parquet files. */
    static InputFormat parquet() {
        return parquet(b -> b);
    }

    /** Parquet files, with more to say. */
    static InputFormat parquet(UnaryOperator<ParquetInputFormat.Builder> b) {
        return ParquetInputFormat.of(b);
    }

    /** ORC files. */
    static InputFormat orc() {
        return orc(b -> b);
    }

    /** ORC files, with more to say. */
    static InputFormat orc(UnaryOperator<OrcInputFormat.Builder> b) {
        return OrcInputFormat.of(b);
    }

    /** Avro files. */
    static InputFormat avroOcf() {
        return avroOcf(b -> b);
    }

    /** Avro files, with more to say. */
    static InputFormat avroOcf(UnaryOperator<AvroOcfInputFormat.Builder> b) {
        return AvroOcfInputFormat.of(b);
    }

    /** Avro records of a stream. */
    static InputFormat avroStream(AvroBytesDecoder decoder) {
        return avroStream(b -> b.avroBytesDecoder(decoder));
    }

    /** Avro records of a stream, with more to say. */
    static InputFormat avroStream(UnaryOperator<AvroStreamInputFormat.Builder> b) {
        return AvroStreamInputFormat.of(b);
    }

    /** Protobuf messages. */
    static InputFormat protobuf(ProtobufBytesDecoder decoder) {
        return protobuf(b -> b.protoBytesDecoder(decoder));
    }

    /** Protobuf messages, with more to say. */
    static InputFormat protobuf(UnaryOperator<ProtobufInputFormat.Builder> b) {
        return ProtobufInputFormat.of(b);
    }

    /** Thrift structures. Since Druid 37. */
    static InputFormat thrift(UnaryOperator<ThriftInputFormat.Builder> b) {
        return ThriftInputFormat.of(b);
    }

    /** Kafka records with their key, headers, topic and timestamp. */
    static InputFormat kafka(InputFormat valueFormat, UnaryOperator<KafkaInputFormat.Builder> more) {
        return KafkaInputFormat.of(b -> more.apply(b.valueFormat(valueFormat)));
    }

    /** Kinesis records with their partition key and timestamp. */
    static InputFormat kinesis(InputFormat valueFormat, UnaryOperator<KinesisInputFormat.Builder> more) {
        return KinesisInputFormat.of(b -> more.apply(b.valueFormat(valueFormat)));
    }
}
