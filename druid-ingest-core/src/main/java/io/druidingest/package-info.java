/**
 * The root of Druid Ingest: {@link io.druidingest.DruidIngestException}, which everything the library throws extends.
 *
 * <p>The language lives beside it: a batch load starts at {@link io.druidingest.spec.IndexParallelTask}.
 */
@NullMarked
package io.druidingest;

import org.jspecify.annotations.NullMarked;
