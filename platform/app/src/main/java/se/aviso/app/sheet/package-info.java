/**
 * Lists as files for a spreadsheet: written row by row, so that a million rows take no more memory than ten.
 *
 * <p>Central type: {@link se.aviso.app.sheet.Sheet}. It knows nothing of what the rows are about.
 */
@NullMarked
package se.aviso.app.sheet;

import org.jspecify.annotations.NullMarked;
