/**
 * The coming months played through on paper: what the rules that hold in reality make of time that has not come.
 *
 * <p>Central type: {@link se.aviso.simulation.OpenDocument}, an unpaid document that is asked day by day what happens
 * to it. Prices, periods and reminders are decided where they are decided in reality; here is only how people pay.
 */
@NullMarked
package se.aviso.simulation;

import org.jspecify.annotations.NullMarked;
