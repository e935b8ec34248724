/**
 * A PDF file as objects, numbers and places, written from its first byte to its last; for the page writer alone.
 *
 * <p>Central types: {@link se.aviso.pagewriter.file.Part}, an object that does not change and knows itself by its
 * content, and {@link se.aviso.pagewriter.file.PdfFile}, which writes each part once however many pages show it.
 */
@NullMarked
package se.aviso.pagewriter.file;

import org.jspecify.annotations.NullMarked;
