/**
 * What makes a task safe to wait for: {@link io.druidingest.client.internal.task.Submission} sends it once,
 * {@link io.druidingest.client.internal.task.TaskPoller} watches it to its end, and
 * {@link io.druidingest.client.internal.task.Availability} watches its segments until they can be queried.
 */
@NullMarked
package io.druidingest.client.internal.task;

import org.jspecify.annotations.NullMarked;
