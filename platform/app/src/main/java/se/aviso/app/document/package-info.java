/**
 * What a recipient reads: an avi, a reminder, a credit note as a PDF.
 *
 * <p>Central types: {@link se.aviso.app.document.DocumentData}, plain values, and
 * {@link se.aviso.app.document.DocumentWriter}. A document says what it is given and decides nothing; the same data
 * makes the same bytes for ever. It knows neither entities nor channels.
 */
@NullMarked
package se.aviso.app.document;

import org.jspecify.annotations.NullMarked;
