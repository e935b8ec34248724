/**
 * Who may do what, shown by asking: every route, page and act of the product, as every kind of caller, on what is
 * theirs and on what is not.
 *
 * <p>Routes are found in the product's classes ({@link se.aviso.it.Endpoints},
 * {@link se.aviso.it.browser.PageAddress}), so that whatever is built later enters by itself; what has no example here
 * fails and says what to add. What is expected is computed by {@link se.aviso.it.matrix.Rule} from the declared
 * permission, the role and the place in the tree, and never asks the product's own guards.
 */
@NullMarked
package se.aviso.it.matrix;

import org.jspecify.annotations.NullMarked;
