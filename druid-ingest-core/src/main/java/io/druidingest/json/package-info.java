/**
 * How values become JSON and JSON becomes values, without losing anything.
 *
 * <p>{@link io.druidingest.json.SpecJson} reads and writes. Every value of the language is a
 * {@link io.druidingest.json.SpecObject} made by a {@link io.druidingest.json.SpecBuilder}; the other types here are for
 * those who write such types ({@code docs/adding-a-type.md} shows how).
 */
@NullMarked
package io.druidingest.json;

import org.jspecify.annotations.NullMarked;
