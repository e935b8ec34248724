/**
 * Plays the bank in the demo: writes the files that a bank would send.
 *
 * <p>Central type: {@link se.aviso.demo.bank.BgMaxWriter}. It shares no code with the plugins that read such files, so
 * that an error in one is not repeated in the other.
 */
@NullMarked
package se.aviso.demo.bank;

import org.jspecify.annotations.NullMarked;
