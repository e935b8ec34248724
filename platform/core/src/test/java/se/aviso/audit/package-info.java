/** The trail and its seals, as examples and laws. */
@NullMarked
package se.aviso.audit;

import org.jspecify.annotations.NullMarked;
