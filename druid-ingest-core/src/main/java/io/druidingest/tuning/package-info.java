/**
 * How the work is done and how its result is stored: {@link io.druidingest.tuning.PartitionsSpec}, {@link
 * io.druidingest.tuning.IndexSpec} and what else tuning configs share.
 */
@NullMarked
package io.druidingest.tuning;

import org.jspecify.annotations.NullMarked;
