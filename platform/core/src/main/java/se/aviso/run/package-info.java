/**
 * What holds for bulk work: how long its documents wait before they leave the house.
 *
 * <p>Central type: {@link se.aviso.run.HoldWindow}. Knows nothing of what the work is.
 */
@NullMarked
package se.aviso.run;

import org.jspecify.annotations.NullMarked;
