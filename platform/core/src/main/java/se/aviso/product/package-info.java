/**
 * The product library: what a group sells beside memberships, and at what price.
 *
 * <p>Central type: {@link se.aviso.product.ProductLibrary}. A product holds for its group and all below it; a group
 * below that has one of the same number has its own instead. It knows nothing of members and issues nothing: it becomes
 * a line.
 */
@NullMarked
package se.aviso.product;

import org.jspecify.annotations.NullMarked;
