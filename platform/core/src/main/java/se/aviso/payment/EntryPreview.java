package se.aviso.payment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.aviso.accounting.AccountRole;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.kernel.Money;

/** What the entries of a bank file amount to on each account, in one currency: {@link PaymentBooking} in sums. */
public record EntryPreview(List<Line> lines, Money total) {
    public EntryPreview {
        lines = List.copyOf(lines);
    }

    /** The balance of an account, on the side where it stands. */
    public record Line(int account, AccountRole role, Optional<Money> debit, Optional<Money> credit) {
        private static Line of(ChartOfAccounts chart, AccountRole role, Money debit) {
            return new Line(
                    chart.account(role),
                    role,
                    Optional.of(debit).filter(Money::isPositive),
                    Optional.of(debit.negated()).filter(Money::isPositive));
        }
    }

    /** The entries of all that is booked; empty where nothing moves. */
    public static List<EntryPreview> of(Effects effects, ChartOfAccounts chart) {
        return effects.booked().stream()
                .filter(sum -> sum.count() > 0)
                .map(sum -> of(sum, chart))
                .filter(entry -> !entry.lines().isEmpty())
                .toList();
    }

    private static EntryPreview of(Effects.Sum sum, ChartOfAccounts chart) {
        var lines = Stream.of(
                        Line.of(chart, AccountRole.BANK, sum.amount()),
                        Line.of(chart, AccountRole.ROUNDING, sum.rounded()),
                        Line.of(
                                chart,
                                AccountRole.RECEIVABLES,
                                sum.allocated().plus(sum.rounded()).negated()),
                        Line.of(chart, AccountRole.SUSPENSE, sum.waiting().negated()))
                .filter(line -> line.debit().isPresent() || line.credit().isPresent())
                .toList();
        var total = lines.stream()
                .flatMap(line -> line.debit().stream())
                .reduce(Money.zero(sum.amount().currency()), Money::plus);
        return new EntryPreview(lines, total);
    }
}
