/** Holds the client's endpoints against what real Druids answered, and lists them with the tests that show them. */
@NullMarked
package io.druidingest.testkit.endpoints;

import org.jspecify.annotations.NullMarked;
