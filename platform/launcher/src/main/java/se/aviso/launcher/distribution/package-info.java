/** The folder that the build leaves behind, and how it is put together. */
@NullMarked
package se.aviso.launcher.distribution;

import org.jspecify.annotations.NullMarked;
