package se.aviso.invoice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import se.aviso.kernel.Money;
import se.aviso.kernel.PeriodId;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.pricing.Explanation;
import se.aviso.share.Share;

/**
 * A claim with what was credited of it before: what can be credited still, and how.
 *
 * <p>Nothing is credited beyond a line, nor beyond the claim. The tax of each part is what the tax of all that was
 * credited of the line grows by, so that the parts of a line have together exactly its tax, however it is parted.
 *
 * @param earlier the lines of the credit notes that the claim has
 */
public record Creditable(Invoice invoice, List<CreditNote.Line> earlier) {
    private static final int MOST_WISHES = 1_000;

    public Creditable {
        earlier = List.copyOf(earlier);
    }

    /**
     * So much of a line, as an amount of the line's sign or as a quantity; without either, all that is left of it.
     *
     * @param line the place of the line, from 1
     */
    public record Wish(int line, Optional<Money> amount, Optional<Integer> quantity) {}

    /** What can be credited of a line still. */
    public record Rest(int line, InvoiceLine of, Money amount, boolean untouched) {
        /** True when there is nothing to take back; a line of nothing can be taken back once. */
        public boolean isGone() {
            return of.what().kind() == InvoiceLine.Kind.TEXT || (amount.isZero() && !(untouched && isForNothing()));
        }

        private boolean isForNothing() {
            return of.amount().isZero();
        }
    }

    /** What is left of each line, in the order of the lines. */
    public List<Rest> rests() {
        var lines = invoice.draft().lines();
        return IntStream.rangeClosed(1, lines.size())
                .mapToObj(place -> rest(place, lines.get(place - 1)))
                .toList();
    }

    /** What is left of the claim. */
    public Money rest() {
        return invoice.total().minus(credited());
    }

    /** What was credited before. */
    public Money credited() {
        return earlier.stream()
                .map(CreditNote.Line::amount)
                .reduce(Money.zero(invoice.total().currency()), Money::plus);
    }

    /**
     * All that is left.
     *
     * @throws RuleViolation when nothing is left, or the document is no claim
     */
    public CreditDraft whole() {
        requireRest();
        var lines = rests().stream()
                .filter(rest -> !rest.isGone())
                .map(rest -> line(rest, rest.amount()))
                .toList();
        if (lines.isEmpty()) {
            throw credited(invoice);
        }
        return new CreditDraft(invoice, lines, true, allPeriods());
    }

    /**
     * Parts of lines.
     *
     * @throws RuleViolation with everything that is wrong, at its place in the request
     */
    public CreditDraft parts(List<Wish> wishes) {
        requireRest();
        if (wishes.isEmpty() || wishes.size() > MOST_WISHES) {
            throw RuleViolation.at("/lines", "credit-lines", Map.of());
        }
        var faults = new ArrayList<Fault>();
        var lines = new ArrayList<CreditNote.Line>();
        var seen = new HashSet<Integer>();
        for (var index = 0; index < wishes.size(); index++) {
            var wish = wishes.get(index);
            var taken = new Taking("/lines/" + index, wish, seen.add(wish.line())).of(rests());
            taken.fault().ifPresent(faults::add);
            taken.line().ifPresent(lines::add);
        }
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
        return draft(lines);
    }

    /** The periods of which all was credited before: what is paid of the rest does not bring them back. */
    public Set<PeriodId> withdrawn() {
        return periodsGoneBy(earlier, this);
    }

    /**
     * All that is left of what was claimed for these periods; the rest of the claim stands.
     *
     * @throws RuleViolation when nothing of it is left, or the document is no claim
     */
    public CreditDraft leaving(Set<PeriodId> periods) {
        requireRest();
        var lines = new LeaversLines(rests(), periods).lines();
        if (lines.isEmpty()) {
            throw credited(invoice);
        }
        return total(lines).compareTo(rest()) > 0 ? whole() : drafted(lines);
    }

    private static Money total(List<CreditNote.Line> lines) {
        return lines.stream().map(CreditNote.Line::amount).reduce(Money::plus).orElseThrow();
    }

    private CreditDraft draft(List<CreditNote.Line> lines) {
        var total = total(lines);
        if (total.isNegative() || (total.isZero() && !rest().isZero())) {
            throw RuleViolation.at("/lines", "credit-nothing", Map.of());
        }
        if (total.compareTo(rest()) > 0) {
            throw RuleViolation.at("/lines", "credit-over-invoice", Map.of("left", rest().toDecimal()));
        }
        return drafted(lines);
    }

    private CreditDraft drafted(List<CreditNote.Line> lines) {
        var total = total(lines);
        var whole = total.equals(rest()) && (total.isPositive() || nothingLeftAfter(lines));
        return new CreditDraft(invoice, lines, whole, whole ? allPeriods() : periodsGoneBy(lines, after(lines)));
    }

    private boolean nothingLeftAfter(List<CreditNote.Line> lines) {
        return after(lines).rests().stream().allMatch(Rest::isGone);
    }

    private static Set<PeriodId> periodsGoneBy(List<CreditNote.Line> lines, Creditable after) {
        var touched = lines.stream().map(CreditNote.Line::of).toList();
        var gone = new HashSet<PeriodId>();
        after.rests().stream()
                .filter(rest -> rest.isGone() && touched.contains(rest.line()))
                .forEach(rest -> rest.of().period().ifPresent(gone::add));
        return gone;
    }

    private Set<PeriodId> allPeriods() {
        var all = new HashSet<PeriodId>();
        invoice.draft().lines().forEach(line -> line.period().ifPresent(all::add));
        return all;
    }

    private Creditable after(List<CreditNote.Line> lines) {
        var all = new ArrayList<>(earlier);
        all.addAll(lines);
        return new Creditable(invoice, all);
    }

    private void requireRest() {
        switch (invoice.draft().kind()) {
            case OFFER -> throw RuleViolation.of("credit-offer", Map.of("number", number(invoice)));
            case CREDIT_NOTE -> throw RuleViolation.of("credit-of-credit-note", Map.of("number", number(invoice)));
            case CLAIM -> {
                if (isSpent()) {
                    throw credited(invoice);
                }
            }
        }
    }

    /**
     * Once the claim as a whole is credited, lines that cancel out are spent too; one for nothing goes by its lines.
     */
    private boolean isSpent() {
        return invoice.total().isZero() ? rests().stream().allMatch(Rest::isGone) : rest().isZero();
    }

    private Rest rest(int place, InvoiceLine line) {
        var before = earlier.stream().filter(each -> each.of() == place).toList();
        var left = before.stream().map(CreditNote.Line::amount).reduce(line.amount(), Money::minus);
        return new Rest(place, line, left, before.isEmpty());
    }

    /** The tax of what was credited before and of this together, less the tax of what was credited before. */
    static CreditNote.Line line(Rest rest, Money amount) {
        var of = rest.of();
        var before = of.amount().minus(rest.amount());
        var vat = of.terms().vat();
        var tax = vat.containedIn(before.plus(amount)).minus(vat.containedIn(before));
        return new CreditNote.Line(rest.line(), written(of, amount, shares(of, before, amount)), tax);
    }

    /** What the shares of all that was credited of the line grow by: together the parts take back each share whole. */
    private static List<Share> shares(InvoiceLine of, Money before, Money amount) {
        var shares = new ArrayList<Share>();
        splitLike(of, before.plus(amount)).forEach(share -> Share.add(shares, share));
        splitLike(of, before).forEach(share -> Share.add(shares, negated(share)));
        return shares.stream().filter(share -> !share.amount().isZero()).toList();
    }

    /** A line that takes off has shares below nothing; those of its amount turned round are split. */
    private static List<Share> splitLike(InvoiceLine of, Money amount) {
        var shares = of.basis().shares();
        if (!of.amount().isNegative()) {
            return Share.split(amount, shares, of.amount());
        }
        var turned = shares.stream().map(Creditable::negated).toList();
        return Share.split(amount.negated(), turned, of.amount().negated()).stream()
                .map(Creditable::negated)
                .toList();
    }

    private static Share negated(Share share) {
        return new Share(share.group(), share.amount().negated());
    }

    /** As a quantity of the line's price where it is one, else once so much. */
    private static InvoiceLine written(InvoiceLine of, Money amount, List<Share> shares) {
        var basis = new InvoiceLine.Basis(Explanation.NONE, shares);
        var unit = of.unit().minorUnits();
        var times = unit == 0 ? of.quantity() : amount.minorUnits() / unit;
        var even = unit == 0 || (times > 0 && times * unit == amount.minorUnits());
        return even
                ? new InvoiceLine(of.what(), Math.toIntExact(times), of.unit(), of.terms(), of.period(), basis)
                : new InvoiceLine(of.what(), 1, amount, of.terms(), of.period(), basis);
    }

    private static RuleViolation credited(Invoice invoice) {
        return RuleViolation.of("conflict-credited", Map.of("number", number(invoice)));
    }

    private static String number(Invoice invoice) {
        return Long.toString(invoice.numbering().number());
    }
}
