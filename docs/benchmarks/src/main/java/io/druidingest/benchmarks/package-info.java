/** What the language costs, against what else one could write it with. */
@NullMarked
package io.druidingest.benchmarks;

import org.jspecify.annotations.NullMarked;
