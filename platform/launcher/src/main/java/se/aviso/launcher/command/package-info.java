/** The commands of the script, one class each. */
@NullMarked
package se.aviso.launcher.command;

import org.jspecify.annotations.NullMarked;
