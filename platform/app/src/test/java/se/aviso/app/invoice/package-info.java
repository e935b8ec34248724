/** Tests of what lists and screens tell of invoices. */
@NullMarked
package se.aviso.app.invoice;

import org.jspecify.annotations.NullMarked;
