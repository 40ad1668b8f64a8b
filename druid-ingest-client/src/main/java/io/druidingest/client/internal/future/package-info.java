/** How futures are put together. */
@NullMarked
package io.druidingest.client.internal.future;

import org.jspecify.annotations.NullMarked;
