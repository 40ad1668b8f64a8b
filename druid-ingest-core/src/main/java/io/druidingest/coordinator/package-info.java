/**
 * What the Coordinator and the schedulers beside it are told about data that is there: what is kept where
 * ({@link io.druidingest.coordinator.RetentionRules}), and what is compacted and how
 * ({@link io.druidingest.coordinator.CompactionConfig}, {@link io.druidingest.coordinator.ClusterCompactionConfig}).
 */
@NullMarked
package io.druidingest.coordinator;

import org.jspecify.annotations.NullMarked;
