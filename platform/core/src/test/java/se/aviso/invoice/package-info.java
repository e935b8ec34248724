/** What is claimed, booked and settled, as examples. */
@NullMarked
package se.aviso.invoice;

import org.jspecify.annotations.NullMarked;
