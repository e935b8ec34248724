/** One box that finds members, invoices by number or reference, and groups. */
@NullMarked
package se.aviso.app.search;

import org.jspecify.annotations.NullMarked;
