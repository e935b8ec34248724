package se.aviso.payment;

import java.util.Optional;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.Place;
import se.aviso.spi.bank.Problem;
import se.aviso.spi.bank.SectionTotals;

/** What was counted in a section of a bank file, to be held against what the bank says it amounts to. */
public record ControlTotals(long payments, long deductions, Money net) {
    /** Nothing counted yet. */
    public static ControlTotals none(Money zero) {
        return new ControlTotals(0, 0, zero);
    }

    /** One payment more. */
    public ControlTotals paid(Money amount) {
        return new ControlTotals(payments + 1, deductions, net.plus(amount));
    }

    /** One deduction more. */
    public ControlTotals deducted(Money amount) {
        return new ControlTotals(payments, deductions + 1, net.minus(amount));
    }

    /** The fatal problem when the bank's totals disagree with what was counted. */
    public Optional<Problem> disagreement(SectionTotals declared) {
        if (!declared.net().equals(net)) {
            return Optional.of(fatal("SECTION_SUM", declared.net(), net, declared.place()));
        }
        if (declared.records() != payments + deductions) {
            return Optional.of(fatal("SECTION_COUNT", declared.records(), payments + deductions, declared.place()));
        }
        return Optional.empty();
    }

    private static Problem fatal(String code, Object declared, Object counted, Place place) {
        return Problem.fatal(code, "the bank says " + declared + ", the records amount to " + counted, place);
    }
}
