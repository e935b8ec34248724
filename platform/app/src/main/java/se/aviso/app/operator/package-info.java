/**
 * The tenants of the installation, as those see them who run it: that they exist, not what is in them.
 *
 * <p>Central type: {@link se.aviso.app.operator.OpenTenant}. Tenants as files are read in {@code se.aviso.app.setup}.
 */
@NullMarked
package se.aviso.app.operator;

import org.jspecify.annotations.NullMarked;
