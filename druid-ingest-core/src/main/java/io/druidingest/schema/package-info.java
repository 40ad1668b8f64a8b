/**
 * What a datasource looks like: {@link io.druidingest.schema.DataSchema} and its parts, shared by batch and streaming.
 */
@NullMarked
package io.druidingest.schema;

import org.jspecify.annotations.NullMarked;
