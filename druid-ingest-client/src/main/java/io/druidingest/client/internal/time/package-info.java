/** The real time: {@link io.druidingest.client.internal.time.SystemTime}. */
@NullMarked
package io.druidingest.client.internal.time;

import org.jspecify.annotations.NullMarked;
