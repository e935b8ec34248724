/** Tests of what goes by itself. */
@NullMarked
package se.aviso.app.schedule;

import org.jspecify.annotations.NullMarked;
