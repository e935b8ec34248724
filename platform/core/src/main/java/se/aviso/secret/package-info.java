/**
 * What is kept so that nobody can read it without the tenant's key: how it is sealed, found and sealed anew.
 *
 * <p>Central type: {@link se.aviso.secret.TenantKey}. A tenant's keys are wrapped by a
 * {@link se.aviso.secret.MasterKey} that the database never sees. Where keys and sealed texts are kept is not known
 * here.
 */
@NullMarked
package se.aviso.secret;

import org.jspecify.annotations.NullMarked;
