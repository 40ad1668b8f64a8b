package io.druidingest.validation;

/**
 * Every rule of the library. Ids are stable; what a rule asks for may grow with Druid.
 *
 * <p>An ERROR rule is one that Druid refuses, fails, or answers by silently doing something else.
 */
public final class Rules {

    // --- the document ---

    public static final Rule MISSING =
            Rule.error("missing", "A property that Druid needs is given.", "ingestion/ingestion-spec");
    public static final Rule MALFORMED =
            Rule.error("malformed", "A value has the form that its property takes.", "ingestion/ingestion-spec");
    public static final Rule WRONG_TYPE = Rule.error(
            "wrong-type",
            "A type id goes with its place: that of an ioConfig or a tuningConfig with their task, for one.",
            "ingestion/native-batch#ioconfig");
    public static final Rule UNKNOWN_PROPERTY = Rule.error(
            "unknown-property",
            "A strictly read document has only properties that Druid reads at that place.",
            "ingestion/ingestion-spec");
    public static final Rule KNOWN_PROPERTY = Rule.error(
            "known-property",
            "A property that the library knows is set by its own method, not as an unknown one.",
            "ingestion/ingestion-spec");
    public static final Rule UNKNOWN_TYPE =
            Rule.error("unknown-type", "A strictly read document has only known type ids.", "ingestion/ingestion-spec");
    public static final Rule MISSPELT_KEY = Rule.warning(
            "misspelt-key",
            "A key of a context that Druid does not know is not nearly one that it knows: it takes any, and heeds few.",
            "ingestion/tasks#context-parameters");
    public static final Rule NULL_ELEMENT =
            Rule.error("null-element", "No element of a list or map is null.", "ingestion/ingestion-spec");

    // --- names ---

    public static final Rule ILLEGAL_ID = Rule.error(
            "illegal-id",
            "The name of a datasource or task is not empty, does not start with a dot, and has no slash, no line"
                    + " break, tab or other control character, and no supplementary one.",
            "ingestion/ingestion-spec#datasource");

    // --- dataSchema ---

    public static final Rule EMPTY_NAME =
            Rule.error("empty-name", "A column has a name.", "ingestion/ingestion-spec#dimensionsspec");
    public static final Rule COLUMN_NAME = Rule.error(
            "column-name",
            "The name of a column has no comma and no line break, and is not one of Druid's own files in a segment:"
                    + " the file could not be read.",
            "ingestion/ingestion-spec#dimensionsspec");
    public static final Rule DUPLICATE_COLUMN = Rule.error(
            "duplicate-column",
            "A column is named once among dimensions and metrics.",
            "ingestion/ingestion-spec#dimensionsspec");
    public static final Rule EXCLUDED_DIMENSION = Rule.error(
            "excluded-dimension",
            "A dimension is not in dimensionExclusions.",
            "ingestion/ingestion-spec#dimensionsspec");
    public static final Rule TIME_DIMENSION = Rule.error(
            "time-dimension",
            "A dimension __time is a long and comes first; no metric has that name.",
            "ingestion/ingestion-spec#dimensionsspec");
    public static final Rule DISCOVERY_OFF = Rule.warning(
            "discovery-off",
            "dimensionExclusions and useSchemaDiscovery mean something only where dimensions are discovered: none is"
                    + " declared, or includeAllDimensions is true.",
            "ingestion/ingestion-spec#dimensionsspec");
    public static final Rule CAST_TO_TYPE = Rule.error(
            "cast-to-type",
            "An auto dimension is cast to STRING, LONG, DOUBLE or an array of one of them; Druid ignores any other.",
            "ingestion/ingestion-spec#dimension-objects");
    public static final Rule SPATIAL_COORDINATES = Rule.error(
            "spatial-coordinates",
            "A spatial dimension has two coordinates: in two other columns, or in its own text.",
            "querying/geo");
    public static final Rule TIMESTAMP_FORMAT = Rule.error(
            "timestamp-format",
            "A timestamp format is auto, iso, posix, millis, micro, nano, ruby or a Joda-Time pattern.",
            "ingestion/ingestion-spec#timestampspec");
    public static final Rule FIELD_OR_EXPRESSION = Rule.error(
            "field-or-expression",
            "A numeric aggregation reads exactly one of fieldName and expression.",
            "querying/aggregations");
    public static final Rule METRIC_COLUMNS = Rule.error(
            "metric-columns",
            "A metric of several columns names them, once, and no other number of them.",
            "querying/aggregations");
    public static final Rule QUERY_ONLY_METRIC = Rule.error(
            "query-only-metric",
            "A metric can be stored: stringAny, doubleMean, histogram and bloom are for queries.",
            "querying/aggregations");
    public static final Rule ROLLUP_MERGES_METRICS = Rule.error(
            "rollup-merges-metrics",
            "With rollup, which is on unless switched off, a metric can be merged: longAny, doubleAny, floatAny,"
                    + " expression, grouping and singleValue cannot.",
            "ingestion/rollup");
    public static final Rule EXPRESSION_METRIC = Rule.error(
            "expression-metric",
            "An expression metric without combine reads exactly one field, and its accumulator has at least 10 bytes.",
            "querying/aggregations#expression-aggregator");
    public static final Rule SKETCH_SIZE = Rule.error(
            "sketch-size",
            "A sketch has a size, or an error, that its kind can have.",
            "querying/aggregations#approximate-aggregations");
    public static final Rule LIMITS_IN_ORDER = Rule.error(
            "limits-in-order",
            "The upper limit of a histogram is greater than the lower one.",
            "querying/aggregations#approximate-aggregations");
    public static final Rule ILLEGAL_INTERVAL = Rule.error(
            "illegal-interval",
            "An interval is start/end, start/period or period/end, and its end is not before its start.",
            "ingestion/ingestion-spec#granularityspec");
    public static final Rule UNKNOWN_GRANULARITY = Rule.error(
            "unknown-granularity",
            "A granularity is one of Druid's names, or an object of type period or duration.",
            "querying/granularities");
    public static final Rule UNKNOWN_TIME_ZONE = Rule.error(
            "unknown-time-zone",
            "A time zone is one of the names that Java knows, spelled exactly, or an offset: Druid takes any other for UTC.",
            "querying/granularities#period-granularities");
    public static final Rule ARBITRARY_INTERVALS = Rule.error(
            "arbitrary-intervals",
            "A granularitySpec of type arbitrary has intervals, and none overlaps another.",
            "ingestion/ingestion-spec#granularityspec");
    public static final Rule ODD_SEGMENT_GRANULARITY = Rule.warning(
            "odd-segment-granularity",
            "Segments cover an hour, a day, a month or another step that fits into the coarser ones: weeks and steps of"
                    + " one's own do not, and no step at all makes a segment for each millisecond.",
            "ingestion/ingestion-spec#granularityspec");
    public static final Rule COARSER_THAN_SEGMENT = Rule.error(
            "coarser-than-segment",
            "queryGranularity is not coarser than segmentGranularity: Druid truncates no further than to the segment.",
            "ingestion/ingestion-spec#granularityspec");
    public static final Rule ROLLUP_WITHOUT_METRICS = Rule.warning(
            "rollup-without-metrics",
            "Rollup, which is on unless switched off, merges equal rows: without metrics their number is lost.",
            "ingestion/rollup");

    // --- transforms, projections and what they borrow from queries ---

    public static final Rule DUPLICATE_TRANSFORM = Rule.error(
            "duplicate-transform", "A transform has a name of its own.", "ingestion/ingestion-spec#transforms");
    public static final Rule EMPTY_EXPRESSION =
            Rule.error("empty-expression", "An expression says what to compute.", "querying/math-expr");
    public static final Rule SELF_REFERENCE = Rule.error(
            "self-reference", "A virtual column reads no column of its own name.", "querying/virtual-columns");
    public static final Rule EMPTY_LIST = Rule.error(
            "empty-list", "A list or map holds as much as Druid needs: mostly one element.", "querying/filters");
    public static final Rule RANGE_ENDS =
            Rule.error("range-ends", "A range has an end, and an interval covers some time.", "querying/filters");
    public static final Rule MATCH_VALUE = Rule.error(
            "match-value",
            "What a filter compares with can be read as its matchValueType, which is no array where values are listed.",
            "querying/filters");
    public static final Rule ONE_OF_TWO =
            Rule.error("one-of-two", "Of two properties that exclude each other, one is set.", "querying/filters");
    public static final Rule ILLEGAL_PATTERN = Rule.error(
            "illegal-pattern",
            "A regular expression, format or path is well formed, and has the group that is taken of it.",
            "querying/dimensionspecs");
    public static final Rule UNKNOWN_COLUMN_TYPE = Rule.error(
            "unknown-column-type",
            "A column type is STRING, LONG, DOUBLE, FLOAT, ARRAY<..> or COMPLEX<..>.",
            "querying/sql-data-types");
    public static final Rule BOUND_COORDINATES = Rule.error(
            "bound-coordinates", "The corners of a spatial bound have as many coordinates each.", "querying/geo");
    public static final Rule VIRTUAL_COLUMN_NAME = Rule.error(
            "virtual-column-name",
            "A virtual column has a name of its own, which is not __time.",
            "querying/virtual-columns");
    public static final Rule PROJECTION_NAME = Rule.error(
            "projection-name", "A projection has a name of its own.", "ingestion/ingestion-spec#projections");
    public static final Rule PROJECTION_COLUMNS = Rule.error(
            "projection-columns",
            "A projection groups or aggregates, makes a column once, and takes it from a dimension or virtual column.",
            "ingestion/ingestion-spec#projections");
    public static final Rule PROJECTION_AGGREGATOR = Rule.error(
            "projection-aggregator",
            "A projection aggregates dimensions, or a metric by the same function under the same name.",
            "ingestion/ingestion-spec#projections");
    public static final Rule PROJECTION_GRANULARITY = Rule.error(
            "projection-granularity",
            "A projection cuts time no coarser than segmentGranularity does.",
            "ingestion/ingestion-spec#projections");

    // --- input ---

    public static final Rule NOTHING_TO_READ =
            Rule.error("nothing-to-read", "An input source names what it reads.", "ingestion/input-sources");
    public static final Rule FILTER_WITH_BASE_DIR = Rule.error(
            "filter-with-base-dir",
            "A local input source has a filter exactly when it has a baseDir.",
            "ingestion/input-sources#local-input-source");
    public static final Rule URI_PROTOCOL = Rule.error(
            "uri-protocol",
            "An http input source reads http and https only, a cloud storage addresses of its own scheme only.",
            "ingestion/input-sources");
    public static final Rule ONE_LISTING = Rule.error(
            "one-listing",
            "A cloud storage is read by exactly one of uris, prefixes and objects.",
            "ingestion/input-sources");
    public static final Rule OBJECT_GLOB =
            Rule.error("object-glob", "objectGlob is a glob as Java knows it.", "ingestion/input-sources");
    public static final Rule SYSTEM_FIELD =
            Rule.error("system-field", "A system field is one that the input source has.", "ingestion/input-sources");
    public static final Rule CREDENTIALS_PAIR = Rule.error(
            "credentials-pair",
            "A user name goes with its password, the id of a key with its secret.",
            "ingestion/input-sources");
    public static final Rule SPLITTABLE_DELEGATES = Rule.error(
            "splittable-delegates",
            "A combining input source combines what can be split: no inline source.",
            "ingestion/input-sources#combining-input-source");
    public static final Rule COMBINING_IN_PARALLEL = Rule.error(
            "combining-in-parallel",
            "Only a task with parallel sub-tasks can read a combining input source.",
            "ingestion/input-sources#combining-input-source");
    public static final Rule INTERVAL_OR_SEGMENTS = Rule.error(
            "interval-or-segments",
            "A druid input source reads exactly one of an interval and segments.",
            "ingestion/input-sources#druid-input-source");
    public static final Rule TWO_DELTA_FILTERS = Rule.error(
            "two-delta-filters",
            "A filter and or or of Delta Lake joins exactly two filters.",
            "ingestion/input-sources#delta-lake-input-source");
    public static final Rule NO_FILTERS = Rule.error(
            "no-filters",
            "A filter on an Iceberg table says what it lets pass.",
            "ingestion/input-sources#iceberg-filter-object");
    public static final Rule COLUMNS_OR_HEADER = Rule.error(
            "columns-or-header",
            "csv and tsv take their column names either from columns, or from a header row that they are told to read.",
            "ingestion/data-formats#csv");
    public static final Rule DELIMITERS_DIFFER = Rule.error(
            "delimiters-differ",
            "Column delimiter and list delimiter are not empty and differ; no column name has the former.",
            "ingestion/data-formats#tsv-delimited");
    public static final Rule JSON_READER = Rule.error(
            "json-reader",
            "useJsonNodeReader and assumeNewlineDelimited are not both true.",
            "ingestion/data-formats#json");
    public static final Rule LOST_WHEN_KEPT = Rule.warning(
            "lost-when-kept",
            "Druid 33 writes tryParseNumbers and isMetric by names that it does not read, so it loses them when it keeps"
                    + " the task; later versions do not.",
            "ingestion/data-formats#csv");
    public static final Rule INPUT_FORMAT = Rule.error(
            "input-format-needed", "An input source of text or files has an inputFormat.", "ingestion/data-formats");

    // --- storage ---

    public static final Rule FRONT_CODING = Rule.error(
            "front-coding",
            "Buckets of a front-coded dictionary hold a power of two values, at most 128; its format is 0 or 1.",
            "ingestion/ingestion-spec#front-coding");
    public static final Rule DUPLICATE_FIELD = Rule.error(
            "duplicate-field",
            "The columns of a text format and the fields of a flattenSpec have different names.",
            "ingestion/data-formats#flattenspec");
    public static final Rule FLATTEN_FIELD = Rule.error(
            "flatten-field",
            "A flatten field of type path or jq has an expr, one of type tree has nodes.",
            "ingestion/data-formats#flattenspec");
    public static final Rule FLATTEN_BY_PATH = Rule.error(
            "flatten-by-path",
            "ORC, Parquet and Avro are flattened by path: not by jq, nor down a tree.",
            "ingestion/data-formats#flattenspec");
    public static final Rule REGEX_PATTERN = Rule.error(
            "regex-pattern",
            "A regex format has a regular expression of Java, with a group for each column.",
            "ingestion/data-formats");
    public static final Rule JSON_FEATURE = Rule.error(
            "json-feature",
            "featureSpec names features of the JSON parser of Jackson, in upper case.",
            "ingestion/data-formats#json");
    public static final Rule ENVELOPE_COLUMNS = Rule.error(
            "envelope-columns",
            "The columns that a kafka or kinesis format adds have different names.",
            "ingestion/data-formats#kafka");
    public static final Rule UNKNOWN_CHARSET = Rule.error(
            "unknown-charset",
            "The encoding of Kafka headers is a character set that Java knows.",
            "ingestion/data-formats#kafka");
    public static final Rule SCHEMA_NUMBER = Rule.error(
            "schema-number", "Inline Avro schemas are named by whole numbers.", "ingestion/data-formats#avro-stream");
    public static final Rule NOT_BASE_64 = Rule.error(
            "not-base-sixty-four", "An inline Protobuf descriptor is Base64.", "ingestion/data-formats#protobuf");
    public static final Rule INPUT_FORMAT_UNUSED = Rule.error(
            "input-format-unused",
            "An input source with a form of its own (druid, sql, delta, generator) has no inputFormat: Druid would ignore it.",
            "ingestion/data-formats");

    // --- batch ---

    public static final Rule APPEND_AND_DROP = Rule.error(
            "append-and-drop",
            "appendToExisting and dropExisting are not both true.",
            "ingestion/native-batch#ioconfig");
    public static final Rule DROP_NEEDS_INTERVALS = Rule.error(
            "drop-needs-intervals",
            "dropExisting replaces the intervals of granularitySpec, so there are some.",
            "ingestion/native-batch#ioconfig");
    public static final Rule PARSE_EXCEPTIONS_OVERRIDDEN = Rule.error(
            "parse-exceptions-overridden",
            "With reportParseExceptions true Druid tolerates no parse exception and saves one, whatever else is said.",
            "ingestion/native-batch#tuningconfig");
    public static final Rule APPEND_NEEDS_DYNAMIC = Rule.error(
            "append-needs-dynamic",
            "Appending goes with dynamic partitions only, and without guaranteed rollup.",
            "ingestion/native-batch#partitionsspec");
    public static final Rule ROLLUP_NEEDS_PARTITIONS = Rule.error(
            "guaranteed-rollup-partitions",
            "forceGuaranteedRollup is true exactly when partitionsSpec is hashed, range or single_dim.",
            "ingestion/native-batch#partitionsspec");
    public static final Rule ONE_PARTITION_SIZE = Rule.error(
            "one-partition-size",
            "Hashed partitions are sized by at most one property, range partitions by exactly one.",
            "ingestion/native-batch#partitionsspec");
    public static final Rule PARTITION_DIMENSIONS = Rule.error(
            "partition-dimensions",
            "Range partitions name the dimensions they are cut by.",
            "ingestion/native-batch#multi-dimension-range-partitioning");
    public static final Rule ONE_TASK_PARTITIONS = Rule.error(
            "one-task-partitions",
            "A load in one task has dynamic or hashed partitions.",
            "ingestion/native-batch-simple-task");
    public static final Rule FORMER_PARTITIONING = Rule.error(
            "former-partitioning",
            "The former properties of partitionsSpec do not stand beside it, nor beside the kind of rollup that ignores them.",
            "ingestion/native-batch#partitionsspec");
    public static final Rule ONE_SUB_TASK_COUNT = Rule.error(
            "one-sub-task-count",
            "maxNumSubTasks, the former name of maxNumConcurrentSubTasks, does not stand beside it.",
            "ingestion/native-batch#tuningconfig");
    public static final Rule LOCK_TYPE = Rule.error(
            "lock-type",
            "taskLockType goes with what the task does: SHARED and APPEND with appending, and none with kill.",
            "ingestion/concurrent-append-replace");
    public static final Rule LOCK_TYPE_IGNORED = Rule.warning(
            "lock-type-ignored",
            "useConcurrentLocks decides the lock type, so taskLockType is not set beside it.",
            "ingestion/concurrent-append-replace");
    public static final Rule EMPTY_INTERVAL =
            Rule.error("empty-interval", "A task over an interval has one with something in it.", "ingestion/tasks");
    public static final Rule COMPACTION_AWAITS = Rule.error(
            "compaction-awaits",
            "Compaction does not wait for segments to be served: it has no awaitSegmentAvailabilityTimeoutMillis.",
            "data-management/manual-compaction");
    public static final Rule ONE_COMPACTION_INPUT = Rule.error(
            "one-compaction-input",
            "A compaction says what to compact once: in ioConfig, or in interval, its former form.",
            "data-management/manual-compaction");
    public static final Rule ONE_SEGMENT_GRANULARITY = Rule.error(
            "one-segment-granularity",
            "segmentGranularity of a compaction, the former form, does not differ from that in granularitySpec.",
            "data-management/manual-compaction");
    public static final Rule MINOR_COMPACTION = Rule.error(
            "minor-compaction",
            "Minor compaction replaces beside others: dropExisting and useConcurrentLocks are true.",
            "data-management/manual-compaction");
    public static final Rule SEGMENT_OUTSIDE = Rule.error(
            "segment-outside",
            "The segments of a minor compaction are within its interval.",
            "data-management/manual-compaction");
    public static final Rule RANGE_NEEDS_FILES = Rule.error(
            "range-needs-files",
            "Range partitions are made by sub-tasks, so the input can be split: an inline input source cannot.",
            "ingestion/native-batch#multi-dimension-range-partitioning");
    public static final Rule NOT_POSITIVE =
            Rule.error("not-positive", "A count or size is greater than zero.", "ingestion/native-batch#tuningconfig");
    public static final Rule NEGATIVE =
            Rule.error("negative", "A duration or count is not negative.", "ingestion/native-batch#tuningconfig");
    public static final Rule BATCH_WITHOUT_INTERVALS = Rule.warning(
            "batch-without-intervals",
            "Without intervals Druid reads the input twice, and a second task on the same time fails instead of waiting.",
            "ingestion/ingestion-spec#granularityspec");

    // --- streams ---

    public static final Rule ONE_TOPIC = Rule.error(
            "one-topic",
            "A Kafka supervisor reads exactly one of topic and topicPattern.",
            "ingestion/kafka-ingestion#io-configuration");
    public static final Rule TOPIC_NAME = Rule.error(
            "topic-name",
            "A topic has a name that Kafka allows, a topicPattern is a regular expression of Java.",
            "ingestion/kafka-ingestion#ingest-from-multiple-topics");
    public static final Rule BOOTSTRAP_SERVERS = Rule.error(
            "bootstrap-servers",
            "The consumer properties of a Kafka supervisor have bootstrap.servers.",
            "ingestion/kafka-ingestion#consumer-properties");
    public static final Rule FIXED_CONSUMER_PROPERTY = Rule.error(
            "fixed-consumer-property",
            "Druid sets enable.auto.commit, auto.offset.reset and metadata.max.age.ms itself.",
            "ingestion/kafka-ingestion#consumer-properties");
    public static final Rule ONE_LATE_REJECTION = Rule.error(
            "one-late-rejection",
            "At most one of lateMessageRejectionPeriod and lateMessageRejectionStartDateTime is given.",
            "ingestion/supervisor#io-configuration");
    public static final Rule AUTOSCALER_BOUNDS = Rule.error(
            "autoscaler-bounds",
            "An autoscaler that is on has taskCountMin and taskCountMax, and taskCountStart is between.",
            "ingestion/supervisor#task-autoscaler");
    public static final Rule NOT_A_SHARE =
            Rule.error("not-a-share", "A share is a fraction from 0 to 1.", "ingestion/supervisor#task-autoscaler");
    public static final Rule REPLICAS_BY_PRIORITY = Rule.error(
            "replicas-by-priority",
            "Replicas by server priority are not negative, and sum up to replicas if that is given.",
            "ingestion/supervisor#io-configuration");
    public static final Rule LOST_AT_RESTART = Rule.error(
            "lost-at-restart",
            "The times of a supervisor are at most 2,147,483,647 seconds. Druid takes a longer one, and cannot read the"
                    + " supervisor again after a restart.",
            "ingestion/supervisor#io-configuration");
    public static final Rule RESET_OR_SKIP = Rule.error(
            "reset-or-skip",
            "resetOffsetAutomatically and skipSequenceNumberAvailabilityCheck are not both true.",
            "ingestion/kinesis-ingestion#tuning-configuration");
    public static final Rule CRON_SCHEDULE = Rule.error(
            "cron-schedule", "A schedule is a cron expression of its kind, unix or quartz.", "ingestion/supervisor");
    public static final Rule SUPERVISOR_ID = Rule.warning(
            "supervisor-id",
            "Before Druid 34 the id of a stream supervisor is its datasource whatever it says; since then one of several"
                    + " on a datasource needs concurrent locks.",
            "ingestion/supervisor");
    public static final Rule RESERVED_ID = Rule.warning(
            "reserved-id",
            "No supervisor is called history, suspendAll, resumeAll or terminateAll: Druid's URLs have them.",
            "api-reference/supervisor-api");
    public static final Rule TASK_COUNT_AUTOSCALED = Rule.warning(
            "task-count-autoscaled",
            "Beside an autoscaler taskCount is ignored, or says no more than where to begin.",
            "ingestion/supervisor#task-autoscaler");
    public static final Rule INTERVALS_IN_STREAM = Rule.warning(
            "intervals-in-stream",
            "Intervals limit what a batch writes, not what a stream writes.",
            "ingestion/ingestion-spec#granularityspec");
    public static final Rule SHORT_TIMEOUT = Rule.warning(
            "short-timeout",
            "Publishing and handing off get a minute or more: cut short, they are repeated, or leave gaps in answers.",
            "ingestion/supervisor#io-configuration");
    public static final Rule CLEAR_TEXT_SECRET = Rule.warning(
            "clear-text-secret",
            "A secret is found by Druid where it is kept: what stands in a spec is shown to whoever may read it.",
            "operations/dynamic-config-provider");
    public static final Rule SCHEDULE_WITHOUT_ID = Rule.warning(
            "schedule-without-id",
            "A scheduled batch has an id: without one, sending it again schedules it a second time.",
            "ingestion/supervisor");

    // --- retention and automatic compaction ---

    public static final Rule REPLICAS = Rule.error(
            "replicas",
            "A tier has a number of replicas, none of them negative.",
            "operations/rule-configuration#load-rules");
    public static final Rule NEVER_APPLIES = Rule.warning(
            "never-applies",
            "The first retention rule that fits counts, so none follows one that fits all it could.",
            "operations/rule-configuration");
    public static final Rule MSQ_NEEDS_SUPERVISORS = Rule.error(
            "msq-needs-supervisors",
            "Compaction by the multi-stage query engine is run by supervisors.",
            "data-management/automatic-compaction");
    public static final Rule MSQ_COMPACTION = Rule.error(
            "msq-compaction",
            "The multi-stage query engine compacts to dynamic partitions without maxTotalRows or to range partitions,"
                    + " rolls up exactly where there are metrics, and takes two tasks or more.",
            "data-management/automatic-compaction");
    public static final Rule NOT_A_PERCENTAGE = Rule.error(
            "not-a-percentage", "A share in percent is zero or more, and less than a hundred.", "configuration/index");
    public static final Rule ONE_SKIP_OFFSET = Rule.error(
            "one-skip-offset",
            "skipOffsetFromLatest and skipOffsetFromNow are not both given.",
            "data-management/automatic-compaction");
    public static final Rule CASCADE_PARTITIONS = Rule.error(
            "cascade-partitions",
            "Reindexing in steps takes its partitions from its rules and their default, not from tuningConfig.",
            "data-management/automatic-compaction");
    public static final Rule CASCADE_GRANULARITY = Rule.error(
            "cascade-granularity",
            "Reindexing in steps cuts segments by minute, fifteen minutes, hour, day, month, quarter or year.",
            "data-management/automatic-compaction");
    public static final Rule EMPTY_REINDEXING_RULE = Rule.error(
            "empty-reindexing-rule",
            "A reindexing rule of the data schema says something.",
            "data-management/automatic-compaction");

    private Rules() {}
}
