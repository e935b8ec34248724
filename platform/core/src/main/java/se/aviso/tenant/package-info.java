/**
 * What a tenant is called and what it has bought.
 *
 * <p>Central type: {@link se.aviso.tenant.TenantSlug}.
 */
@NullMarked
package se.aviso.tenant;

import org.jspecify.annotations.NullMarked;
