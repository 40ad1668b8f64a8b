/**
 * How {@link io.druidingest.testkit.LocalDruid} gets a real Druid to run. Not for use from outside.
 *
 * <p>In the caller's process, the entry point is {@link io.druidingest.testkit.internal.localdruid.DruidLaunch}. The
 * other one starts at {@link io.druidingest.testkit.internal.localdruid.DruidMain} and gets its {@link
 * io.druidingest.testkit.internal.localdruid.Orders}.
 */
@NullMarked
package io.druidingest.testkit.internal.localdruid;

import org.jspecify.annotations.NullMarked;
