/** What the person at the keyboard reads: a few lines, and one sentence when a command refuses. */
@NullMarked
package se.aviso.launcher.console;

import org.jspecify.annotations.NullMarked;
