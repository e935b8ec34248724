/**
 * How a document leaves the house.
 *
 * <p>Central type: {@link se.aviso.spi.dispatch.DispatchChannel}. A channel hands a finished message over and says what
 * became of it; it decides nothing and keeps nothing. What is heard later of a message comes as a
 * {@link se.aviso.spi.dispatch.Notice}, which the channel reads and the host believes or not.
 */
@NullMarked
package se.aviso.spi.dispatch;

import org.jspecify.annotations.NullMarked;
