/**
 * The tree of groups and who is paid.
 *
 * <p>Central type: {@link se.aviso.group.BillingIdentity}, inherited field by field from the nearest ancestor.
 */
@NullMarked
package se.aviso.group;

import org.jspecify.annotations.NullMarked;
