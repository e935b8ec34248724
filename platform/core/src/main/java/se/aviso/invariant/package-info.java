/**
 * What must hold of a tenant's rows at any time, as queries that answer the rows which violate it: asked by
 * {@code aviso doctor}, and by the server every night.
 *
 * <p>Central type: {@link se.aviso.invariant.Check}.
 */
@NullMarked
package se.aviso.invariant;

import org.jspecify.annotations.NullMarked;
