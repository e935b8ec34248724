/** What the values of the trade hold to, as examples. */
@NullMarked
package se.aviso.kernel;

import org.jspecify.annotations.NullMarked;
