/** Settings by MicroProfile's precedence: options, system properties, environment, the data folder's file. */
@NullMarked
package se.aviso.launcher.settings;

import org.jspecify.annotations.NullMarked;
