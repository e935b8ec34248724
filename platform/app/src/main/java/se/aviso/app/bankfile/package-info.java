/**
 * The screens of bank files: hand one in, see what it would do, book it.
 *
 * <p>Central type: {@link se.aviso.app.bankfile.BankFileView}. What is done stands in the slice payment; here is only
 * what is shown.
 */
@NullMarked
package se.aviso.app.bankfile;

import org.jspecify.annotations.NullMarked;
