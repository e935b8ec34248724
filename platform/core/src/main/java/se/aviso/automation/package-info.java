/**
 * What a tenant lets Aviso do by itself each day, and which day it owes.
 *
 * <p>Central type: {@link se.aviso.automation.DailyPlan}. Knows nothing of how the work is done.
 */
@NullMarked
package se.aviso.automation;

import org.jspecify.annotations.NullMarked;
