/**
 * How lines stand on a customer's documents, by the customer's own settings.
 *
 * <p>Central type: {@link se.aviso.summary.enterprise.EnterpriseSummary}. It arranges, and changes no sum.
 */
@NullMarked
package se.aviso.summary.enterprise;

import org.jspecify.annotations.NullMarked;
