/**
 * Membership as a life of periods: offered, paid, ended, or lapsed.
 *
 * <p>Central type: {@link se.aviso.member.MembershipPeriod}. A membership's status follows its periods; nothing here
 * knows an invoice or a payment.
 */
@NullMarked
package se.aviso.member;

import org.jspecify.annotations.NullMarked;
