/** Rotates keys: a program of its own, for the rules it follows must not stand on the launcher's class path. */
@NullMarked
package se.aviso.launcher.secret;

import org.jspecify.annotations.NullMarked;
