/** Who is paid, as examples. */
@NullMarked
package se.aviso.group;

import org.jspecify.annotations.NullMarked;
