package se.aviso.testkit.bank;

import java.util.List;
import java.util.Optional;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.SectionStart;
import se.aviso.spi.bank.SectionTotals;

/** A section as it was read: its start, its payments and deductions, and its totals where it ended. */
public record ReadSection(
        SectionStart start, List<BankPayment> payments, List<BankPayment> deductions, Optional<SectionTotals> totals) {
    public ReadSection {
        payments = List.copyOf(payments);
        deductions = List.copyOf(deductions);
    }

    /** Payments less deductions, as counted and not as declared. */
    public Money net() {
        var zero = Money.zero(start.currency());
        var paid = payments.stream().map(BankPayment::amount).reduce(zero, Money::plus);
        return deductions.stream().map(BankPayment::amount).reduce(paid, Money::minus);
    }

    /** Payments and deductions together, as counted. */
    public int records() {
        return payments.size() + deductions.size();
    }
}
