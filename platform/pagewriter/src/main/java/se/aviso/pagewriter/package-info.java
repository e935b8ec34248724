/**
 * A template and a model in, the bytes of a PDF out; it knows nothing of invoices.
 *
 * <p>Central type: {@link se.aviso.pagewriter.PageTemplate}. Three rules: the same template and content make the same
 * bytes; a template reaches nothing but the model and the pictures handed in with it; fonts and pictures are prepared
 * once and lent to every document. The layout engine behind it is a detail that no signature names.
 */
@NullMarked
package se.aviso.pagewriter;

import org.jspecify.annotations.NullMarked;
