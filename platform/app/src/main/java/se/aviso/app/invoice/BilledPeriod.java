package se.aviso.app.invoice;

import java.time.LocalDate;
import se.aviso.app.member.Membership;
import se.aviso.invoice.MembershipBilling;
import se.aviso.kernel.Money;

/**
 * A membership's period that was billed.
 *
 * @param due the period as it was then
 * @param pricedOn the day when it was priced: that of the claim, or of the offer that it came of
 * @param claimed what was claimed for it before anything was taken off; entry fees apart
 */
record BilledPeriod(Membership membership, MembershipBilling.Due due, LocalDate pricedOn, Money claimed) {}
