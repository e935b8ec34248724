/**
 * The circle, run over REST as an office and a bank would: sign-up, invoices, bank files, renewals, reminders.
 *
 * <p>Central type: {@link se.aviso.demo.Circle}. It knows the product only by its API.
 */
@NullMarked
package se.aviso.demo;

import org.jspecify.annotations.NullMarked;
