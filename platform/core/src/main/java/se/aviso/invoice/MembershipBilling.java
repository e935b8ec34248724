package se.aviso.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.PeriodId;
import se.aviso.pricing.AgeOn;
import se.aviso.pricing.PriceList;

/** How a membership period becomes an invoice: the price by age on the stated day, one line, the due day. */
public final class MembershipBilling {
    private MembershipBilling() {}

    /**
     * What a membership type says about billing.
     *
     * @param name as it stands on the line
     */
    public record Terms(String name, InvoiceLine.Terms line, AgeOn ageOn, PriceList prices, PaymentTerm term) {}

    /**
     * The period to bill.
     *
     * @param days empty while the period waits for its first settlement
     */
    public record Due(PeriodId period, Optional<DayRange> days, InvoiceKind kind, Occasion occasion) {}

    /** Whom to bill. */
    public record Billed(LocalDate born, String groupPath) {}

    /** What billing came to: a draft, or the reason why there is none. */
    public sealed interface Outcome {
        /** The invoice to issue. */
        record Drafted(InvoiceDraft draft) implements Outcome {}

        /** Nothing can be issued; the code is the key of its text. */
        record Blocked(String code) implements Outcome {}
    }

    /** Prices the period and drafts its invoice, or says what is missing. */
    public static Outcome draft(Terms terms, Billed member, Due due, LocalDate issuedOn) {
        var dueOn = terms.term().dueOn(issuedOn);
        var start = due.days().map(DayRange::firstDay).orElse(issuedOn);
        var age = AgeOn.ageOn(member.born(), terms.ageOn().day(start, dueOn));
        return terms.prices()
                .priceFor(age, member.groupPath(), start)
                .<Outcome>map(price -> {
                    var text = new InvoiceLine.Text(InvoiceLine.Kind.MEMBERSHIP, lineText(terms, due));
                    var line = new InvoiceLine(text, 1, price.amount(), terms.line(), Optional.of(due.period()));
                    return new Outcome.Drafted(new InvoiceDraft(due.kind(), due.occasion(), dueOn, List.of(line)));
                })
                .orElseGet(() -> new Outcome.Blocked("no-price"));
    }

    private static String lineText(Terms terms, Due due) {
        return due.days()
                .map(days -> terms.name() + " " + days.firstDay() + " – " + days.lastDay())
                .orElse(terms.name());
    }
}
