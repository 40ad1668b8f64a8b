/**
 * What ingestion borrows from Druid's query language: {@link io.druidingest.query.Filter} says which rows,
 * {@link io.druidingest.query.VirtualColumn} computes columns, {@link io.druidingest.query.DimensionSpec} renames and
 * transforms them.
 */
@NullMarked
package io.druidingest.query;

import org.jspecify.annotations.NullMarked;
