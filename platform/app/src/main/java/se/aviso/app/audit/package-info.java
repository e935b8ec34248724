/**
 * Who did what, when: use cases tell the trail what they did, in the same transaction, and those who may read it find
 * it again.
 *
 * <p>Central type: {@link se.aviso.app.audit.AuditTrail}. What an entry says and how it is sealed is decided in
 * {@code se.aviso.audit}.
 */
@NullMarked
package se.aviso.app.audit;

import org.jspecify.annotations.NullMarked;
