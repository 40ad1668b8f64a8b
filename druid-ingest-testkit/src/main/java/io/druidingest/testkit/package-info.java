/**
 * The rehearsal. {@link io.druidingest.testkit.FakeOverlord} behaves as Druid's Overlord does, on a
 * {@link io.druidingest.testkit.VirtualTime} in which hours pass in milliseconds; {@link io.druidingest.testkit.LocalDruid}
 * is a real Druid in a process of its own, without Docker.
 */
@NullMarked
package io.druidingest.testkit;

import org.jspecify.annotations.NullMarked;
