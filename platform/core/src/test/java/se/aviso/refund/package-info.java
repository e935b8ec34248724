/** What is paid back, and what the bank says of it, as examples. */
@NullMarked
package se.aviso.refund;

import org.jspecify.annotations.NullMarked;
