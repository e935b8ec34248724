package se.aviso.statement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;

/**
 * What happened between a payer and a seller in a calendar year (årsbesked), by the days on which it was booked.
 *
 * <p>What a year leaves is what the next one begins with: nothing falls between two statements.
 *
 * @param before what was to be paid, and what was kept, when the year began
 * @param movements of the year, in order
 */
public record AnnualStatement(int year, Movement.Effect before, List<Movement> movements) {
    private static final Comparator<Movement> ORDER =
            Comparator.comparing(Movement::bookedOn).thenComparing(Movement::kind);

    public AnnualStatement {
        movements = List.copyOf(movements);
    }

    /**
     * The statement of a year.
     *
     * @param all every movement between the two that there ever was, in any order; at least one
     */
    public static AnnualStatement of(int year, List<Movement> all) {
        var first = LocalDate.of(year, 1, 1);
        var nothing = Money.zero(all.get(0).toPay().currency());
        var before = all.stream()
                .filter(movement -> !movement.isSince(first))
                .map(Movement::effect)
                .reduce(new Movement.Effect(nothing, nothing), Movement.Effect::and);
        var within = all.stream()
                .filter(movement -> movement.isSince(first) && !movement.isSince(first.plusYears(1)))
                .sorted(ORDER)
                .toList();
        return new AnnualStatement(year, before, within);
    }

    /**
     * The years that have something to tell, the newest first: in which something happened, or was left to pay.
     *
     * @param all every movement between the two that there ever was
     * @param last the last year to tell of
     */
    public static List<AnnualStatement> each(List<Movement> all, int last) {
        var first = all.stream()
                .mapToInt(movement -> movement.bookedOn().getYear())
                .min()
                .orElse(last + 1);
        return IntStream.iterate(last, year -> year >= first, year -> year - 1)
                .mapToObj(year -> of(year, all))
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** The year, both days included. */
    public DayRange days() {
        return new DayRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** What was invoiced. */
    public Money claimed() {
        return sum(Movement.Kind.CLAIM);
    }

    /** What was paid, less what was taken back. */
    public Money paid() {
        return sum(Movement.Kind.PAYMENT).negated();
    }

    /** What was credited. */
    public Money credited() {
        return sum(Movement.Kind.CREDIT_NOTE).negated();
    }

    /** What was given up, less what was taken up again. */
    public Money writtenOff() {
        return sum(Movement.Kind.WRITE_OFF).negated();
    }

    /** What was given up as rounding, less what was asked for again. */
    public Money rounded() {
        return sum(Movement.Kind.ROUNDING).negated();
    }

    /** What was to be paid when the year ended. */
    public Money left() {
        return after().toPay();
    }

    /** What was kept for the payer when the year ended. */
    public Money kept() {
        return after().kept();
    }

    /** True when nothing happened and nothing was left. */
    public boolean isEmpty() {
        return movements.isEmpty() && before.toPay().isZero() && before.kept().isZero();
    }

    private Movement.Effect after() {
        return movements.stream().map(Movement::effect).reduce(before, Movement.Effect::and);
    }

    private Money sum(Movement.Kind kind) {
        return movements.stream()
                .filter(movement -> movement.kind() == kind)
                .map(Movement::toPay)
                .reduce(Money.zero(before.toPay().currency()), Money::plus);
    }
}
