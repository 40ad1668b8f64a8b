/** What configs and tasks of compaction are held to alike; not for users. */
@NullMarked
package io.druidingest.coordinator.internal;

import org.jspecify.annotations.NullMarked;
