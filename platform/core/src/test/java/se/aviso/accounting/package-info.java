/** What double entry holds to, as examples. */
@NullMarked
package se.aviso.accounting;

import org.jspecify.annotations.NullMarked;
