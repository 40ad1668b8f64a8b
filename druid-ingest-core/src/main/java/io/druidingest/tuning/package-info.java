/** What tuning configs share: {@link io.druidingest.tuning.PartitionsSpec}, how rows are spread over segments. */
@NullMarked
package io.druidingest.tuning;

import org.jspecify.annotations.NullMarked;
