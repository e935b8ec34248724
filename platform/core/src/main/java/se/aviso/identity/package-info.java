/**
 * How Aviso lives with an identity provider that may be away: when it is asked again, and how long a session outlives
 * its silence.
 *
 * <p>Central type: {@link se.aviso.identity.SessionLease}. Who the provider is, and how it is asked, is not known here.
 */
@NullMarked
package se.aviso.identity;

import org.jspecify.annotations.NullMarked;
