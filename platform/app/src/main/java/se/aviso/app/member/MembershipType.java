package se.aviso.app.member;

import java.time.LocalDate;
import java.util.Optional;
import se.aviso.dunning.DunningPolicy;
import se.aviso.invoice.BankDays;
import se.aviso.invoice.InvoiceLine;
import se.aviso.invoice.MembershipBilling;
import se.aviso.invoice.PaymentTerm;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.member.MembershipPeriod;
import se.aviso.member.PeriodRule;
import se.aviso.member.RenewalPolicy;
import se.aviso.member.TypeEnd;
import se.aviso.pricing.AgeOn;
import se.aviso.pricing.Charging;
import se.aviso.pricing.PriceList;
import se.aviso.pricing.Tariff;

/** A kind of membership: its periods, prices, renewal and dunning. */
public record MembershipType(
        MembershipTypeId id, Names names, PeriodRule periods, Billing billing, Policies policies, PriceList prices) {
    /** The type's key in files and forms, and its name in both languages. */
    public record Names(String slug, String sv, String en) {
        /** The name in a language. */
        public String in(String language) {
            return "en".equals(language) ? en : sv;
        }
    }

    /** How the type is billed. */
    public record Billing(AgeOn ageOn, InvoiceLine.Terms line, int paymentTermDays, Charging charging) {}

    /** What happens before the end of a period and after the due day, and until when there are new ones. */
    public record Policies(RenewalPolicy renewal, DunningPolicy dunning, TypeEnd end) {}

    /** What billing asks of the type. */
    public MembershipBilling.Terms terms(String language, BankDays bankDays) {
        return new MembershipBilling.Terms(
                names.in(language),
                LineTexts.of(language),
                billing.line(),
                billing.ageOn(),
                billing.charging(),
                new PaymentTerm(billing.paymentTermDays(), bankDays));
    }

    /** The first period of one who joins on that day; empty while it waits for the first settlement. */
    public Optional<DayRange> firstPeriod(LocalDate joinedOn) {
        return periods.firstPeriod(joinedOn)
                .map(days -> billing.charging().lateSignUp().period(days, periods.after(days), joinedOn));
    }

    /** True when it can be given to somebody who joins on that day. */
    public boolean admits(LocalDate joinedOn) {
        return policies.end().admits(joinedOn);
    }

    /** The period to offer today after the newest one; empty when none is due. */
    public Optional<DayRange> due(MembershipPeriod newest, LocalDate today) {
        return policies.renewal().due(periods, policies.end(), newest, today);
    }

    /** Why none is due, as a code; empty when one is. */
    public Optional<String> whyNotDue(MembershipPeriod newest, LocalDate today) {
        return policies.renewal().whyNotDue(periods, policies.end(), newest, today);
    }

    /** What its memberships cost; for one thread and one piece of work. */
    public Tariff tariff() {
        return new Tariff(prices, billing.charging());
    }

    /** What they would cost, were that plugin to price the type. */
    public Tariff tariffBy(String plugin) {
        return new Tariff(prices, billing.charging().by(plugin));
    }
}
