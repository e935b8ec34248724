/**
 * ISO 20022 account statements (camt.053) and notifications (camt.054) as Swedish banks send them.
 *
 * <p>Central type: {@link se.aviso.bank.camt.CamtReading}. From bytes to events:
 * {@link se.aviso.bank.camt.ByteExactReader} decodes and knows where each tag stands, {@link se.aviso.bank.camt.Cursor}
 * walks the tags, {@link se.aviso.bank.camt.StatementReading} and {@link se.aviso.bank.camt.EntryReading} prove the
 * totals, and {@link se.aviso.bank.camt.Sections} tells the host.
 */
@NullMarked
package se.aviso.bank.camt;

import org.jspecify.annotations.NullMarked;
