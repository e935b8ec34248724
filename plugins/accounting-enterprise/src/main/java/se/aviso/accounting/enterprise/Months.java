package se.aviso.accounting.enterprise;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;
import se.aviso.spi.accounting.RuledRow;
import se.aviso.spi.accounting.VoucherRow;

/**
 * Spreads a row over all months of a membership, in equal parts of which none differs by more than an öre. What belongs
 * to months that are over or run is booked at once; the rest waits on another account, and moves on the first day of
 * its month.
 */
final class Months {
    private Months() {}

    static List<RuledRow> rows(LocalDate booked, DayRange period, VoucherRow whole, int deferral) {
        var first = YearMonth.from(period.firstDay());
        var count = Math.toIntExact(1 + ChronoUnit.MONTHS.between(first, YearMonth.from(period.lastDay())));
        var parts = alike(whole.amount(), count);
        var now = Money.zero(whole.amount().currency());
        var later = new ArrayList<RuledRow>();
        for (var month = 0; month < count; month++) {
            var day = first.plusMonths(month).atDay(1);
            if (day.isAfter(booked)) {
                later.add(
                        new RuledRow(day, with(whole, deferral, parts.get(month).negated())));
                later.add(new RuledRow(day, with(whole, whole.account(), parts.get(month))));
            } else {
                now = now.plus(parts.get(month));
            }
        }
        var rows = new ArrayList<RuledRow>();
        rows.add(new RuledRow(booked, with(whole, whole.account(), now)));
        rows.add(new RuledRow(booked, with(whole, deferral, whole.amount().minus(now))));
        rows.addAll(later);
        return rows;
    }

    /** By its size alone, so that a credit takes back of each month what its claim has there. */
    private static List<Money> alike(Money amount, int count) {
        return amount.isNegative()
                ? amount.negated().splitInto(count).stream().map(Money::negated).toList()
                : amount.splitInto(count);
    }

    private static VoucherRow with(VoucherRow row, int account, Money amount) {
        return new VoucherRow(account, amount, row.dimensions(), row.text());
    }
}
