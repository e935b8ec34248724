/** The launcher: one JVM that starts the database, the identity provider and the server, and ends them in order. */
@NullMarked
package se.aviso.launcher;

import org.jspecify.annotations.NullMarked;
