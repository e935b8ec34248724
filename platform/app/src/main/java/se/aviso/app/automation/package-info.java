/**
 * The day's own work: begun once for each business date, on whichever node, and made up for when days were missed.
 *
 * <p>Central type: {@link se.aviso.app.automation.BeginDay}. Which days are owed is decided in the core.
 */
@NullMarked
package se.aviso.app.automation;

import org.jspecify.annotations.NullMarked;
