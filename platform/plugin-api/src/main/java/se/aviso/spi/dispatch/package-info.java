/**
 * How a document leaves the house.
 *
 * <p>Central type: {@link se.aviso.spi.dispatch.DispatchChannel}. A channel hands a finished message over and says what
 * became of it; it decides nothing and keeps nothing.
 */
@NullMarked
package se.aviso.spi.dispatch;

import org.jspecify.annotations.NullMarked;
