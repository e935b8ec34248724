package se.aviso.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.aviso.kernel.Money;

/** What came in week by week, and what is still to come by the days on which it falls due. */
public record CashFlow(List<Flow> flows) {
    private static final Money NOTHING = Money.ore(0);

    public CashFlow {
        flows = List.copyOf(flows);
        if (flows.isEmpty()) {
            throw new IllegalArgumentException("a flow of no week");
        }
    }

    /**
     * One week's money.
     *
     * @param paid what came in; below nothing when the bank took back more
     * @param expected what is unpaid and falls due
     */
    public record Flow(Week week, Money paid, Money expected) {
        /** Both together, as high as a bar of the week stands; never below nothing. */
        public Money height() {
            return standing(paid).plus(standing(expected));
        }

        /** So much of the height is money that came in. */
        public Money paidHeight() {
            return standing(paid);
        }

        private static Money standing(Money amount) {
            return amount.isNegative() ? NOTHING : amount;
        }
    }

    /** Kronor of single days, added up by weeks; days outside of the weeks are left out. */
    public static CashFlow of(List<Week> weeks, Map<LocalDate, Money> paid, Map<LocalDate, Money> expected) {
        return new CashFlow(weeks.stream()
                .map(week -> new Flow(week, sum(week, paid), sum(week, expected)))
                .toList());
    }

    /** The first week. */
    public Week first() {
        return flows.get(0).week();
    }

    /** The last week. */
    public Week last() {
        return flows.get(flows.size() - 1).week();
    }

    /** What the highest week stands for. */
    public Money most() {
        return flows.stream().map(Flow::height).max(Money::compareTo).orElseThrow();
    }

    /** True when there is not one week in which anything came or is to come. */
    public boolean isEmpty() {
        return flows.stream()
                .allMatch(flow -> flow.paid().isZero() && flow.expected().isZero());
    }

    private static Money sum(Week week, Map<LocalDate, Money> days) {
        return Stream.iterate(week.firstDay(), day -> !day.isAfter(week.lastDay()), day -> day.plusDays(1))
                .map(day -> days.getOrDefault(day, NOTHING))
                .reduce(NOTHING, Money::plus);
    }
}
