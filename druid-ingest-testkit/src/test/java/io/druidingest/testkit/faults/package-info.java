/** A network that fails as a test says, between a client and a real Druid. */
@NullMarked
package io.druidingest.testkit.faults;

import org.jspecify.annotations.NullMarked;
