/** The data folder: lock, ports, secrets and the note of what runs. */
@NullMarked
package se.aviso.launcher.data;

import org.jspecify.annotations.NullMarked;
