package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Identifiers;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Runs a SQL statement at set times. Experimental in Druid. Needs the multi-stage query engine.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/supervisor">supervisors</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableScheduledBatchSupervisor.Builder.class)
public interface ScheduledBatchSupervisor extends Supervisor {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "scheduled_batch";
    }

    @Nullable String id();

    @Override
    @Nullable String dataSource();

    CronSchedulerConfig schedulerConfig();

    ClientSqlQuery spec();

    @Override
    @DruidDefault("false")
    @Nullable Boolean suspended();

    @Override
    default @Nullable String supervisorId() {
        return id();
    }

    static ScheduledBatchSupervisor of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableScheduledBatchSupervisor.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableScheduledBatchSupervisor.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (id() == null) {
            at.at("id").report(Rules.SCHEDULE_WITHOUT_ID, "is not given; name the schedule");
        } else {
            Identifiers.check(id(), at.at("id"));
            StreamChecks.name(id(), at.at("id"));
        }
        if (dataSource() != null) {
            Identifiers.check(dataSource(), at.at("dataSource"));
        }
    }

    /** Makes a {@link ScheduledBatchSupervisor}. */
    interface Builder extends SpecBuilder<ScheduledBatchSupervisor, Builder> {

        /**
         * The id of the supervisor. Druid's default: one made up each time the supervisor is sent, so that sending it
         * twice schedules it twice.
         */
        Builder id(@Nullable String id);

        /** The datasource that the statement writes. Druid's default: it asks a Broker, which has to answer then. */
        Builder dataSource(@Nullable String dataSource);

        /** When the statement is run. Required. */
        Builder schedulerConfig(CronSchedulerConfig schedulerConfig);

        /** The statement. Required. */
        Builder spec(ClientSqlQuery spec);

        /** The same, with nothing but the statement. */
        default Builder spec(String query) {
            return spec(q -> q.query(query));
        }

        /** The same, built here. */
        default Builder spec(UnaryOperator<ClientSqlQuery.Builder> b) {
            return spec(ClientSqlQuery.of(b));
        }

        /** Whether the supervisor is there but does nothing. Druid's default: false. */
        Builder suspended(@Nullable Boolean suspended);

        @Override
        default ScheduledBatchSupervisor build() {
            return Specs.valid(((ImmutableScheduledBatchSupervisor.Builder) this).partial());
        }
    }
}
