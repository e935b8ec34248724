/** What exports keep, on a real database. */
@NullMarked
package se.aviso.app.accounting;

import org.jspecify.annotations.NullMarked;
