/**
 * Tenants kept as files: read, checked and brought into the database, again and again without harm.
 *
 * <p>Central type: {@link se.aviso.app.setup.LoadTenant}. The format is described in {@code tenant-config/README.md}.
 */
@NullMarked
package se.aviso.app.setup;

import org.jspecify.annotations.NullMarked;
