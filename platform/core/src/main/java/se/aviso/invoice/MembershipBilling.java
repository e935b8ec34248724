package se.aviso.invoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PeriodId;
import se.aviso.pricing.AgeOn;
import se.aviso.pricing.BilledBy;
import se.aviso.pricing.Charge;
import se.aviso.pricing.Charging;
import se.aviso.pricing.Concession;
import se.aviso.pricing.Explanation;
import se.aviso.pricing.Kin;
import se.aviso.pricing.Place;
import se.aviso.pricing.PluginPrice;
import se.aviso.pricing.PriceOccasion;
import se.aviso.pricing.Tariff;

/** How a membership period becomes an invoice: what it costs by the age on the stated day, its lines, the due day. */
public final class MembershipBilling {
    private MembershipBilling() {}

    /**
     * What a membership type says about billing.
     *
     * @param name as it stands on the line
     * @param words for what stands on the lines beside it
     */
    public record Terms(
            String name, LineWords words, InvoiceLine.Terms line, AgeOn ageOn, Charging charging, PaymentTerm term) {}

    /**
     * The period to bill.
     *
     * @param days empty while the period waits for its first settlement
     */
    public record Due(PeriodId period, Optional<DayRange> days, InvoiceKind kind, Occasion occasion) {
        /** The day whose price list holds: the first of the period, or that of issue. */
        public LocalDate start(LocalDate issuedOn) {
            return days.map(DayRange::firstDay).orElse(issuedOn);
        }
    }

    /**
     * Whom to bill.
     *
     * @param name stands on the lines where an invoice is for several
     * @param kin the others of the family, where there is one
     * @param said what the type's plugin said of the period, where it has one
     */
    public record Billed(
            String name,
            LocalDate born,
            Place place,
            LocalDate joinedOn,
            List<Concession> concessions,
            Optional<Kin> kin,
            Optional<PluginPrice> said) {
        public Billed {
            concessions = List.copyOf(concessions);
        }

        /** One whom no plugin was asked about. */
        public Billed(String name, LocalDate born, Place place, LocalDate joinedOn, List<Concession> concessions) {
            this(name, born, place, joinedOn, concessions, Optional.empty(), Optional.empty());
        }

        /** The same, with what a plugin said of the period. */
        public Billed told(PluginPrice price) {
            return new Billed(name, born, place, joinedOn, concessions, kin, Optional.of(price));
        }

        /** The same, were nothing taken off. */
        public Billed withoutConcessions() {
            return new Billed(name, born, place, joinedOn, List.of(), kin, said);
        }
    }

    /** Who sells: the group in whose series and books the invoice is, by the rule of the type. */
    public record Seller(GroupId group, String name) {}

    /** One membership with what its period costs: a part of an invoice. */
    public record Part(Terms terms, Billed member, Due due, Charge.Priced charge) {}

    /** What the period costs, or what is missing to say so. */
    public static Charge charge(Tariff tariff, Terms terms, Billed member, Due due, LocalDate issuedOn) {
        return tariff.charge(who(terms, member, due, issuedOn), period(due, issuedOn), member.said());
    }

    /** Who is priced, with the day on which the age is reckoned. */
    public static Tariff.Who who(Terms terms, Billed member, Due due, LocalDate issuedOn) {
        var ageOn = terms.ageOn().day(due.start(issuedOn), terms.term().dueOn(issuedOn));
        return new Tariff.Who(
                member.born(), ageOn, member.joinedOn(), member.place(), member.concessions(), member.kin());
    }

    /** The period that is priced. */
    public static Tariff.Period period(Due due, LocalDate issuedOn) {
        var occasion = due.occasion() == Occasion.FIRST ? PriceOccasion.FIRST : PriceOccasion.RENEWAL;
        return new Tariff.Period(due.start(issuedOn), due.days(), occasion);
    }

    /** The invoice for one membership. */
    public static InvoiceDraft draft(Part part, Seller seller, LocalDate issuedOn) {
        return draft(List.of(part), Optional.empty(), seller, issuedOn);
    }

    /**
     * The invoice for memberships of one type with one payer: all their lines, and what the family's cap takes off. An
     * invoice of nothing is a claim, whatever the type says: nobody has to answer it.
     *
     * @param parts at least one; the first says what kind of document it is
     */
    public static InvoiceDraft draft(List<Part> parts, Optional<FamilyCap> cap, Seller seller, LocalDate issuedOn) {
        var lines = new ArrayList<InvoiceLine>();
        var several = parts.size() > 1;
        for (var part : parts) {
            lines.addAll(new MembershipLines(part, seller, several).lines());
        }
        cap.flatMap(most -> most.line(parts, lines, seller)).ifPresent(lines::add);
        var first = parts.get(0);
        var total = lines.stream().map(InvoiceLine::amount).reduce(Money.ore(0), Money::plus);
        var kind = total.isZero() ? InvoiceKind.CLAIM : first.due().kind();
        var dueOn = first.terms().term().dueOn(issuedOn);
        return new InvoiceDraft(kind, first.due().occasion(), dueOn, lines);
    }

    /** Who sells, and by which rule of the type: the last step of each explanation. */
    static Explanation soldBy(Explanation why, BilledBy rule, Seller seller) {
        return why.and(Explanation.Rule.SOLD_BY, rule.name(), seller.name());
    }
}
