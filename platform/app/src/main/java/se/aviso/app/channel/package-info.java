/**
 * The channels of a tenant: which are switched on, in which order, what they may cost, and what their providers are
 * told.
 *
 * <p>Central type: {@link se.aviso.app.channel.Ways}. What is tried next is decided in {@code se.aviso.dispatch}; who
 * sends is {@code se.aviso.app.dispatch}.
 */
@NullMarked
package se.aviso.app.channel;

import org.jspecify.annotations.NullMarked;
