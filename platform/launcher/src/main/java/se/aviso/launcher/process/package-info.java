/** Processes that this one starts, and ends by their own ids. */
@NullMarked
package se.aviso.launcher.process;

import org.jspecify.annotations.NullMarked;
