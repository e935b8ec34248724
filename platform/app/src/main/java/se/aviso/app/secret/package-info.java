/**
 * What is kept sealed: personal numbers, and the tenants' keys to them.
 *
 * <p>Central type: {@link se.aviso.app.secret.PersonalNumberStore}. Who may see a number is not known here.
 */
@NullMarked
package se.aviso.app.secret;

import org.jspecify.annotations.NullMarked;
