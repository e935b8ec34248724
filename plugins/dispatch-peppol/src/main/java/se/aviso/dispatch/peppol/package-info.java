/**
 * Invoices and credit notes to organisations by the Peppol network (BIS Billing 3.0).
 *
 * <p>Central type: {@link se.aviso.dispatch.peppol.PeppolChannel}. It writes what the host says of a document, lets the
 * rules of Peppol judge it, and hands it to an access point, which is somebody else's.
 */
@NullMarked
package se.aviso.dispatch.peppol;

import org.jspecify.annotations.NullMarked;
