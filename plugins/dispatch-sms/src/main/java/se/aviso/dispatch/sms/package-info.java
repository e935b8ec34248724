/**
 * Texts to mobile telephones, through the HTTP interface of 46elks.
 *
 * <p>Central type: {@link se.aviso.dispatch.sms.SmsChannel}.
 */
@NullMarked
package se.aviso.dispatch.sms;

import org.jspecify.annotations.NullMarked;
