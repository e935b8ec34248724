/** How long documents wait, as examples. */
@NullMarked
package se.aviso.run;

import org.jspecify.annotations.NullMarked;
