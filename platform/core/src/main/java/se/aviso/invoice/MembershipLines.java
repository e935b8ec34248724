package se.aviso.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.kernel.Money;
import se.aviso.kernel.PeriodId;
import se.aviso.pricing.Charging;
import se.aviso.pricing.Explanation;
import se.aviso.pricing.Fee;
import se.aviso.pricing.PricePart;
import se.aviso.share.Share;

/** The lines of one membership's period: its fees as the type shows them, the entry fee, what is taken off. */
final class MembershipLines {
    private final MembershipBilling.Part part;
    private final MembershipBilling.Seller seller;
    private final boolean named;

    /** @param named true where the lines tell whose they are */
    MembershipLines(MembershipBilling.Part part, MembershipBilling.Seller seller, boolean named) {
        this.part = part;
        this.seller = seller;
        this.named = named;
    }

    List<InvoiceLine> lines() {
        var fees = new ArrayList<Fee>();
        var lines = new ArrayList<InvoiceLine>();
        part.charge().fees().stream().filter(fee -> fee.part().isFee()).forEach(fees::add);
        if (part.terms().charging().shares() == Charging.Shares.ONE_LINE) {
            lines.add(line(InvoiceLine.Kind.MEMBERSHIP, periodText(), fees));
        } else {
            fees.forEach(fee -> lines.add(line(InvoiceLine.Kind.MEMBERSHIP, text(fee), List.of(fee))));
        }
        for (var fee : part.charge().fees()) {
            if (fee.part() == PricePart.ENTRY) {
                lines.add(line(InvoiceLine.Kind.ENTRY_FEE, part.terms().words().entryFee(), List.of(fee)));
            }
        }
        addCuts(lines, fees);
        return lines;
    }

    private InvoiceLine line(InvoiceLine.Kind kind, String text, List<Fee> fees) {
        var amount = Money.ore(0);
        for (var fee : fees) {
            amount = amount.plus(fee.amount());
        }
        var period = Optional.of(part.due().period()).filter(id -> kind == InvoiceLine.Kind.MEMBERSHIP);
        return line(new InvoiceLine.Text(kind, named(text)), amount, period, basis(fees));
    }

    /** What is taken off, each of what the ones before have left: so no share is taken off more than whole. */
    private void addCuts(List<InvoiceLine> lines, List<Fee> fees) {
        var left = new ArrayList<>(shares(fees));
        var whole = part.charge().fee();
        for (var cut : part.charge().cuts()) {
            var off = cut.amount().negated();
            var text = new InvoiceLine.Text(InvoiceLine.Kind.DISCOUNT, named(cut.reason()));
            var split = Share.split(off, left, whole);
            lines.add(line(text, off, Optional.empty(), new InvoiceLine.Basis(soldBy(cut.why()), split)));
            split.forEach(share -> Share.add(left, share));
            whole = whole.plus(off);
        }
    }

    private InvoiceLine line(InvoiceLine.Text text, Money amount, Optional<PeriodId> period, InvoiceLine.Basis basis) {
        return new InvoiceLine(text, 1, amount, part.terms().line(), period, basis);
    }

    private InvoiceLine.Basis basis(List<Fee> fees) {
        var why = fees.get(0).why();
        for (var fee : fees.subList(1, fees.size())) {
            why = why.and(fee.why());
        }
        for (var fee : fees) {
            if (isOwed(fee)) {
                why = why.and(
                        Explanation.Rule.OWED_TO,
                        fee.owner().name(),
                        fee.amount().toDecimal());
            }
        }
        return new InvoiceLine.Basis(soldBy(why), shares(fees));
    }

    private Explanation soldBy(Explanation why) {
        return MembershipBilling.soldBy(why, part.terms().charging().billedBy(), seller);
    }

    /** What of the fees is not the seller's; one a group. */
    private List<Share> shares(List<Fee> fees) {
        var shares = new ArrayList<Share>();
        for (var fee : fees) {
            if (isOwed(fee)) {
                Share.add(shares, new Share(fee.owner().id(), fee.amount()));
            }
        }
        return shares;
    }

    private boolean isOwed(Fee fee) {
        return part.terms().charging().shares() != Charging.Shares.NONE
                && !fee.owner().id().equals(seller.group())
                && fee.amount().isPositive();
    }

    private String text(Fee fee) {
        return fee.part() == PricePart.OWN ? periodText() : fee.owner().name();
    }

    private String periodText() {
        var name = part.terms().name();
        return part.due()
                .days()
                .map(days -> name + " " + days.firstDay() + " – " + days.lastDay())
                .orElse(name);
    }

    private String named(String text) {
        return named ? text + ", " + part.member().name() : text;
    }
}
