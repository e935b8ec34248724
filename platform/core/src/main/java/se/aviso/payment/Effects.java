package se.aviso.payment;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;

/**
 * What a bank file does, in sums: so many payments of so much of each kind, with a few examples.
 *
 * <p>A rehearsal and a booking add theirs up by the same steps, so the two can be held against each other.
 */
public record Effects(List<Line> lines) {
    /** More examples than this are counted, not kept. */
    private static final int EXAMPLES = 5;

    private static final Comparator<Kind> ORDER =
            Comparator.comparing(Kind::effect).thenComparing(Kind::reason).thenComparing(Kind::currency);

    public Effects {
        lines = lines.stream().sorted(Comparator.comparing(Line::kind, ORDER)).toList();
    }

    /** What is added up: what happens, why money waits, in which currency. */
    public record Kind(EffectKind effect, SuspenseReason reason, String currency) {}

    /**
     * So many payments of so much.
     *
     * @param allocated what documents take of it; the rest of a booked amount waits
     * @param rounded what is given up beside it
     */
    public record Sum(long count, Money amount, Money allocated, Money rounded) {
        /** Nothing is given up. */
        public Sum(long count, Money amount, Money allocated) {
            this(count, amount, allocated, Money.zero(amount.currency()));
        }

        /** What waits for a human. */
        public Money waiting() {
            return amount.minus(allocated);
        }

        Sum plus(Sum other) {
            return new Sum(
                    count + other.count,
                    amount.plus(other.amount),
                    allocated.plus(other.allocated),
                    rounded.plus(other.rounded));
        }
    }

    /**
     * A payment by its place in the file; never by its payer.
     *
     * @param reference that the bank has checked, as it came; what a payer wrote is not kept here
     */
    public record Example(
            long record, long byteOffset, Money amount, Optional<String> reference, Optional<InvoiceId> invoice) {}

    /**
     * The payments of a kind.
     *
     * @param goals which documents take which payments, as a sum over all of them; 0 where that was not kept
     */
    public record Line(Kind kind, Sum sum, List<Example> examples, long goals) {
        public Line {
            examples = examples.stream().limit(EXAMPLES).toList();
        }

        Line plus(Line other) {
            var both = Stream.concat(examples.stream(), other.examples.stream()).toList();
            return new Line(kind, sum.plus(other.sum), both, goals + other.goals);
        }

        private boolean hasOtherGoals(Line other) {
            return goals != 0 && other.goals != 0 && goals != other.goals;
        }
    }

    /**
     * A kind of which the booking did other than the rehearsal had shown.
     *
     * @param otherDocuments true where the same payments, or others of the same sum, went to other documents
     */
    public record Change(Kind kind, Sum rehearsed, Sum booked, boolean otherDocuments) {}

    /** Nothing yet. */
    public static Effects none() {
        return new Effects(List.of());
    }

    /** What one match comes to. */
    public static Line line(Match match, boolean leavesOpen, Example payment) {
        return line(EffectKind.of(match, leavesOpen), match, payment);
    }

    /** What a match that a rule has made comes to. */
    public static Line byRule(Match match, Example payment) {
        return line(EffectKind.BY_RULE, match, payment);
    }

    private static Line line(EffectKind effect, Match match, Example payment) {
        var allocated = match.parts().stream()
                .map(Match.Part::amount)
                .reduce(Money.zero(payment.amount().currency()), Money::plus);
        var rounded = match.rounding().map(Match.Part::amount).orElse(Money.zero(allocated.currency()));
        var kind = new Kind(effect, match.reason(), currency(payment));
        var sum = new Sum(1, payment.amount(), allocated, rounded);
        return new Line(kind, sum, List.of(payment), Goals.of(match, payment));
    }

    /** A payment that is not booked again. */
    public static Line line(EffectKind known, Example payment) {
        var kind = new Kind(known, SuspenseReason.NONE, currency(payment));
        return new Line(kind, new Sum(1, payment.amount(), payment.amount()), List.of(payment), 0);
    }

    private static String currency(Example payment) {
        return payment.amount().currency().getCurrencyCode();
    }

    /** These and some more. */
    public Effects plus(List<Line> more) {
        var byKind = new LinkedHashMap<Kind, Line>();
        lines.forEach(line -> byKind.put(line.kind(), line));
        more.forEach(line -> byKind.merge(line.kind(), line, Line::plus));
        return new Effects(List.copyOf(byKind.values()));
    }

    /** What comes of it in the books, a sum for each currency. */
    public List<Sum> booked() {
        return List.copyOf(lines.stream()
                .filter(line -> line.kind().effect().isBooked())
                .collect(Collectors.toMap(line -> line.kind().currency(), Line::sum, Sum::plus, TreeMap::new))
                .values());
    }

    /** Where a booking differs from this rehearsal. */
    public List<Change> changesTo(Effects booked) {
        var rehearsed = byKind();
        var done = booked.byKind();
        return Stream.concat(rehearsed.keySet().stream(), done.keySet().stream())
                .distinct()
                .sorted(ORDER)
                .map(kind ->
                        change(kind, Optional.ofNullable(rehearsed.get(kind)), Optional.ofNullable(done.get(kind))))
                .filter(change -> change.otherDocuments() || !change.rehearsed().equals(change.booked()))
                .toList();
    }

    private static Change change(Kind kind, Optional<Line> rehearsed, Optional<Line> booked) {
        var some = rehearsed.or(() -> booked).orElseThrow();
        var zero = Money.zero(some.sum().amount().currency());
        var nothing = new Line(kind, new Sum(0, zero, zero), List.of(), 0);
        var before = rehearsed.orElse(nothing);
        var after = booked.orElse(nothing);
        return new Change(kind, before.sum(), after.sum(), before.hasOtherGoals(after));
    }

    private Map<Kind, Line> byKind() {
        var byKind = new LinkedHashMap<Kind, Line>();
        lines.forEach(line -> byKind.put(line.kind(), line));
        return byKind;
    }
}
