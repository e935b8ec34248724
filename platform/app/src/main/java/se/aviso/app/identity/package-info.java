/**
 * What Aviso does at the identity provider: a tenant's organisation, its users' accounts, the end of their sessions.
 *
 * <p>Central type: {@link se.aviso.app.identity.Provisioning}, by which use cases say what is to be done there; it is
 * an outbox ({@link se.aviso.app.identity.WorkIdentityTasks} empties it). How Keycloak is asked is known in
 * {@code identity.keycloak} alone; how browsers log in, in {@code se.aviso.app.security}.
 */
@NullMarked
package se.aviso.app.identity;

import org.jspecify.annotations.NullMarked;
