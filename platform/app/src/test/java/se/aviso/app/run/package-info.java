/** Tests of what is told of runs. */
@NullMarked
package se.aviso.app.run;

import org.jspecify.annotations.NullMarked;
