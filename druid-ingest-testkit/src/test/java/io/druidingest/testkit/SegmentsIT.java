package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.SegmentSummary;
import io.druidingest.testkit.junit5.LocalDruidExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalDruidExtension.class)
class SegmentsIT extends SegmentsCases {

    SegmentsIT(DruidClient druid) {
        super(druid);
    }

    /** Only the version with a Broker. */
    @Test
    @Shows("POST /druid/v2/sql")
    void sqlSumsSegmentsUp() {
        String own = Loads.newDataSource();
        druid.tasks()
                .submit(Loads.inline(own, Loads.rows(10)))
                .thenCompose(TaskHandle::queryable)
                .join();

        Await.until(
                "the Broker to count the rows of what it serves",
                () -> druid.segments().summaries().join().get(own).numRows() == 10);
        SegmentSummary summary = druid.segments().summaries().join().get(own);
        assertThat(summary.segments()).isEqualTo(2);
        assertThat(summary.unavailable()).isZero();
        assertThat(summary.numRows()).isEqualTo(10);
        assertThat(summary.size()).isPositive();
        assertThat(summary.replicatedSize()).isEqualTo(summary.size());
    }
}
