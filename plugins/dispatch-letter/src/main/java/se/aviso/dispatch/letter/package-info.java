/**
 * Letters by way of a print house: batches go to a folder or an SFTP server, receipts come back the same way.
 *
 * <p>Central type: {@link se.aviso.dispatch.letter.LetterChannel}.
 */
@NullMarked
package se.aviso.dispatch.letter;

import org.jspecify.annotations.NullMarked;
