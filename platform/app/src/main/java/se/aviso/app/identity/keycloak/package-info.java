/**
 * Keycloak's admin REST API, as far as Aviso uses it.
 *
 * <p>Central type: {@link se.aviso.app.identity.keycloak.KeycloakAdmin}. Whatever it does may be done again.
 */
@NullMarked
package se.aviso.app.identity.keycloak;

import org.jspecify.annotations.NullMarked;
