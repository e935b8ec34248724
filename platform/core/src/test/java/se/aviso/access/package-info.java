/** Who may do what, as examples and laws. */
@NullMarked
package se.aviso.access;

import org.jspecify.annotations.NullMarked;
