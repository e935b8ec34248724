/**
 * The clock of the house: what goes by itself, on whichever node.
 *
 * <p>Central type: {@link se.aviso.app.schedule.Timetable}.
 */
@NullMarked
package se.aviso.app.schedule;

import org.jspecify.annotations.NullMarked;
