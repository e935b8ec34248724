/**
 * Members, their memberships and periods, and the types that they are of.
 *
 * <p>Central type: {@link se.aviso.app.member.MembershipStore}. What follows from a payment is decided in
 * {@code se.aviso.member}.
 */
@NullMarked
package se.aviso.app.member;

import org.jspecify.annotations.NullMarked;
