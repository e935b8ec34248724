package se.aviso.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.aviso.kernel.Money;
import se.aviso.kernel.PeriodId;
import se.aviso.pricing.Explanation;

/**
 * What of a claim is theirs who leave: the lines of their periods, with the entry fees and discounts behind them; and
 * so much of what the family's cap takes off that those who stay pay neither more than their own fees nor more than the
 * family did.
 */
final class LeaversLines {
    private final List<Creditable.Rest> rests;
    private final Set<PeriodId> leaving;
    private final List<CreditNote.Line> lines = new ArrayList<>();
    private boolean theirs;
    private Money fees;

    /** @param rests what is left of each line, in order */
    LeaversLines(List<Creditable.Rest> rests, Set<PeriodId> leaving) {
        this.rests = rests;
        this.leaving = leaving;
        this.fees = Money.zero(rests.get(0).amount().currency());
    }

    List<CreditNote.Line> lines() {
        for (var rest : rests) {
            var kind = rest.of().what().kind();
            if (isCap(rest)) {
                cap(rest);
            } else if (kind == InvoiceLine.Kind.MEMBERSHIP) {
                theirs = rest.of().period().filter(leaving::contains).isPresent();
                take(rest);
            } else if (kind == InvoiceLine.Kind.ENTRY_FEE || kind == InvoiceLine.Kind.DISCOUNT) {
                take(rest);
            } else {
                theirs = false;
            }
        }
        return lines;
    }

    private void take(Creditable.Rest rest) {
        if (theirs && !rest.isGone()) {
            lines.add(Creditable.line(rest, rest.amount()));
        }
        if (theirs && rest.of().what().kind() != InvoiceLine.Kind.ENTRY_FEE) {
            fees = fees.plus(rest.amount());
        }
    }

    /** What it takes off beyond the leavers' own fees stands: by so much the fees of who stays are above the cap. */
    private void cap(Creditable.Rest rest) {
        var over = fees.plus(rest.amount());
        var stands = over.isNegative() ? over : Money.zero(over.currency());
        var back = rest.amount().minus(stands);
        if (!back.isZero() && !lines.isEmpty()) {
            lines.add(Creditable.line(rest, back));
        }
    }

    private static boolean isCap(Creditable.Rest rest) {
        return rest.of().basis().why().steps().stream().anyMatch(step -> step.rule() == Explanation.Rule.FAMILY_CAP);
    }
}
