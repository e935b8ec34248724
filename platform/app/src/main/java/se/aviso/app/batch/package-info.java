/**
 * Pages of invoices to many at once: a selection or a list is written as drafts, looked at, and issued by a run.
 *
 * <p>What a batch is and how it is priced is {@link se.aviso.app.invoice.WriteBatch}'s; how it is issued,
 * {@link se.aviso.app.run.StartRun}'s.
 */
@NullMarked
package se.aviso.app.batch;

import org.jspecify.annotations.NullMarked;
