/**
 * The coming months of a tenant or group, played on real data without a trace but the result.
 *
 * <p>Central type: {@link se.aviso.app.simulation.AdvanceSimulation}, which plays one chunk of memberships in one
 * transaction. What is billed, reminded of and lapses is asked of the same rules as in reality.
 */
@NullMarked
package se.aviso.app.simulation;

import org.jspecify.annotations.NullMarked;
