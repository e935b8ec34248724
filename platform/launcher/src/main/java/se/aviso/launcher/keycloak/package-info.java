/** The local Keycloak of the demo and of development: a child process with a realm of ours. */
@NullMarked
package se.aviso.launcher.keycloak;

import org.jspecify.annotations.NullMarked;
