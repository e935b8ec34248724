/** What the kit of those who write plugins has of Java. */
@NullMarked
package se.aviso.launcher.kit;

import org.jspecify.annotations.NullMarked;
