/** The demo in a real browser: log-in by its Keycloak, and every page as each of its users. */
@NullMarked
package se.aviso.it.browser;

import org.jspecify.annotations.NullMarked;
