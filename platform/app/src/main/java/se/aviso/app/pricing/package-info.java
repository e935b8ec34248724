/**
 * The pages of membership types and their prices.
 *
 * <p>Central type: {@link se.aviso.app.pricing.TypeDetailView}. Types and prices are remembered by
 * {@code se.aviso.app.member}; which price holds is decided in {@code se.aviso.pricing}.
 */
@NullMarked
package se.aviso.app.pricing;

import org.jspecify.annotations.NullMarked;
