/**
 * Links that open something to whoever holds them: how they are written, how long they hold, whom they let in.
 *
 * <p>Central type: {@link se.aviso.link.LinkKey}. What stands in an address is a secret of 128 bits; what is kept of it
 * is its hash, so that nobody who reads the database can open anything. Where links are kept, and how they are sent, is
 * not known here.
 */
@NullMarked
package se.aviso.link;

import org.jspecify.annotations.NullMarked;
