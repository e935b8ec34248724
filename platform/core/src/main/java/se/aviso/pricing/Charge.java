package se.aviso.pricing;

import java.util.List;
import se.aviso.kernel.Money;

/** What one membership costs for one period: the fees, and what is taken off them; or what is missing to say so. */
public sealed interface Charge {
    /**
     * It can be said.
     *
     * @param cuts together at most the fees of the period, entry fee apart
     */
    record Priced(List<Fee> fees, List<Cut> cuts) implements Charge {
        public Priced {
            fees = List.copyOf(fees);
            cuts = List.copyOf(cuts);
        }

        /** What the period costs before anything is taken off; entry fees apart. */
        public Money fee() {
            return sum(true);
        }

        /** What is paid once, with the first period. */
        public Money entry() {
            return sum(false);
        }

        /** What is to be paid. */
        public Money total() {
            return cuts.stream().map(Cut::amount).reduce(fee().plus(entry()), Money::minus);
        }

        private Money sum(boolean ofPeriod) {
            var sum = Money.ore(0);
            for (var fee : fees) {
                if (fee.part().isFee() == ofPeriod) {
                    sum = sum.plus(fee.amount());
                }
            }
            return sum;
        }
    }

    /** No price holds; the code is the key of its text. A missing price is never taken for free. */
    record Missing(String code) implements Charge {}
}
