/**
 * The product library kept, shown and changed: over REST and on screens.
 *
 * <p>What a group sells is decided by {@link se.aviso.product.ProductLibrary}; {@link ProductStore} reads what stands
 * on the way down to a group.
 */
@NullMarked
package se.aviso.app.product;

import org.jspecify.annotations.NullMarked;
