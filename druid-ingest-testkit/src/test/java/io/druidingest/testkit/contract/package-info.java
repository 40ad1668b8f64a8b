/**
 * What holds of a Druid, be it the fake or a real one: each case is played on both, so that the fake cannot drift away.
 * {@link io.druidingest.testkit.contract.Contract} has all of them; a case asks its
 * {@link io.druidingest.testkit.contract.Stage} for the little that differs.
 */
package io.druidingest.testkit.contract;
