/** What is kept for payers and how it is used, as examples. */
@NullMarked
package se.aviso.credit;

import org.jspecify.annotations.NullMarked;
