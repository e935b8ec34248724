/** What a payer is shown of the ledger, as examples. */
@NullMarked
package se.aviso.statement;

import org.jspecify.annotations.NullMarked;
