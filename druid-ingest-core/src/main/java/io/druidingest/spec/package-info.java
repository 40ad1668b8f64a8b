/**
 * What is submitted to Druid: whole tasks. {@link io.druidingest.spec.IndexParallelTask} is a batch load.
 */
@NullMarked
package io.druidingest.spec;

import org.jspecify.annotations.NullMarked;
