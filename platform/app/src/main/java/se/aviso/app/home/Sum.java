package se.aviso.app.home;

import se.aviso.app.tenancy.Row;
import se.aviso.kernel.Money;

/** So many, and what they amount to. */
public record Sum(long count, Money amount) {
    static final Sum NONE = new Sum(0, Money.ore(0));

    static Sum read(Row row) {
        return new Sum(
                row.bigint("times"), Money.ore(row.optionalBigint("amount").orElse(0L)));
    }

    Sum plus(Sum other) {
        return new Sum(Math.addExact(count, other.count), amount.plus(other.amount));
    }
}
