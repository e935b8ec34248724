/**
 * The books as accounting systems take them: SIE 4I, CSV and JSON.
 *
 * <p>Central type: {@link se.aviso.accounting.sie.Sie4iFormat}. Nothing here decides an account or an amount.
 */
@NullMarked
package se.aviso.accounting.sie;

import org.jspecify.annotations.NullMarked;
