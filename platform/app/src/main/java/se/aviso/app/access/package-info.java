/**
 * Who has access where: grants are listed, given and taken back.
 *
 * <p>Central type: {@link se.aviso.app.access.GiveGrant}. Who may give what is decided in {@code se.aviso.access}; how
 * callers are recognised by their grants, in {@code se.aviso.app.security}.
 */
@NullMarked
package se.aviso.app.access;

import org.jspecify.annotations.NullMarked;
