/** Which money settles what, as examples. */
@NullMarked
package se.aviso.payment;

import org.jspecify.annotations.NullMarked;
