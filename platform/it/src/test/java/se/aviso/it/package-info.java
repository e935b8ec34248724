/** Tests against the real thing. */
@NullMarked
package se.aviso.it;

import org.jspecify.annotations.NullMarked;
