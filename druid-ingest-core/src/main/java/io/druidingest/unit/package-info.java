/**
 * Quantities in the forms that Druid reads: {@link io.druidingest.unit.Interval}, {@link io.druidingest.unit.IsoPeriod}
 * and {@link io.druidingest.unit.Granularity} of time, {@link io.druidingest.unit.Bytes} of memory.
 */
@NullMarked
package io.druidingest.unit;

import org.jspecify.annotations.NullMarked;
