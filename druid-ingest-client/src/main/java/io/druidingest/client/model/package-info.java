/**
 * What Druid answers, as typed views over its JSON: {@link io.druidingest.client.model.TaskStatus} and
 * {@link io.druidingest.client.model.TaskReport} above all. What a view has no accessor for stays in
 * {@link io.druidingest.client.model.Answer#json}, and no unknown value ever throws.
 */
@NullMarked
package io.druidingest.client.model;

import org.jspecify.annotations.NullMarked;
