package se.aviso.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.aviso.invoice.InvoiceFixture.claim;
import static se.aviso.kernel.Money.kronor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.kernel.PeriodId;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.VatRate;
import se.aviso.pricing.Explanation;

class LeaversLinesTest {
    private static final InvoiceLine.Terms TERMS = new InvoiceLine.Terms(VatRate.EXEMPT, 3010);
    private static final PeriodId ANNA = new PeriodId(new UUID(0, 21));
    private static final PeriodId BERTIL = new PeriodId(new UUID(0, 22));
    private static final PeriodId CECILIA = new PeriodId(new UUID(0, 23));

    @Test
    void whoLeavesTakesFeesEntryFeeAndDiscountAlong() {
        var family = claim(
                fee(ANNA, 300),
                other(InvoiceLine.Kind.ENTRY_FEE, 100),
                fee(BERTIL, 200),
                other(InvoiceLine.Kind.ENTRY_FEE, 50),
                other(InvoiceLine.Kind.DISCOUNT, -20));
        var draft = fresh(family).leaving(Set.of(BERTIL));
        assertThat(draft.total()).isEqualTo(kronor(230));
        assertThat(draft.lines()).extracting(CreditNote.Line::of).containsExactly(3, 4, 5);
        assertThat(draft.withdrawn()).containsExactly(BERTIL);
        assertThat(draft.whole()).isFalse();
    }

    @Test
    void productsBesideAMembershipStand() {
        var claim = claim(fee(ANNA, 300), other(InvoiceLine.Kind.PRODUCT, 120));
        assertThat(fresh(claim).leaving(Set.of(ANNA)).total()).isEqualTo(kronor(300));
    }

    @Test
    void theLastToLeaveTakesAll() {
        var family = claim(fee(ANNA, 300), fee(BERTIL, 200));
        var first = fresh(family).leaving(Set.of(ANNA));
        var second = new Creditable(family, first.lines()).leaving(Set.of(BERTIL));
        assertThat(second.whole()).isTrue();
        assertThat(second.total()).isEqualTo(kronor(200));
    }

    @Test
    void whereTheCapHoldsForThoseWhoStayNothingIsTakenOffTheFamilysFee() {
        var family = claim(fee(ANNA, 300), fee(BERTIL, 300), fee(CECILIA, 300), cap(-300));
        var draft = fresh(family).leaving(Set.of(CECILIA));
        assertThat(draft.total()).isEqualTo(kronor(0));
        assertThat(draft.withdrawn()).containsExactly(CECILIA);
        assertThat(draft.whole()).isFalse();
    }

    @Test
    void nothingIsCreditedOfOneOfWhomNothingStandsThere() {
        var claim = claim(fee(ANNA, 300));
        var refused =
                catchThrowableOfType(RuleViolation.class, () -> fresh(claim).leaving(Set.of(BERTIL)));
        assertThat(refused.faults().get(0).code()).isEqualTo("conflict-credited");
    }

    @Test
    void thoseWhoStayPayTheirFeesOrTheCapWhicheverIsLess() {
        var random = new Random(11);
        for (var round = 0; round < 5_000; round++) {
            var fees = new ArrayList<Integer>();
            var lines = new ArrayList<InvoiceLine>();
            for (var member = 0; member < 2 + random.nextInt(4); member++) {
                fees.add(1 + random.nextInt(500));
                lines.add(fee(new PeriodId(new UUID(1, member)), fees.get(member)));
            }
            var all = fees.stream().mapToInt(Integer::intValue).sum();
            var cap = 1 + random.nextInt(all);
            if (all > cap) {
                lines.add(cap(cap - all));
            }
            var left = random.nextInt(fees.size());
            var family = claim(lines.toArray(InvoiceLine[]::new));
            var draft = fresh(family).leaving(Set.of(new PeriodId(new UUID(1, left))));
            var staying = Math.min(all - fees.get(left), cap);
            assertThat(family.total().minus(draft.total())).as("round " + round).isEqualTo(kronor(staying));
        }
    }

    private static Creditable fresh(Invoice claim) {
        return new Creditable(claim, List.of());
    }

    private static InvoiceLine fee(PeriodId period, int kronor) {
        return line(InvoiceLine.Kind.MEMBERSHIP, kronor(kronor), Optional.of(period), Explanation.NONE);
    }

    private static InvoiceLine other(InvoiceLine.Kind kind, int kronor) {
        return line(kind, kronor(kronor), Optional.empty(), Explanation.NONE);
    }

    private static InvoiceLine cap(int kronor) {
        var why = Explanation.NONE.and(Explanation.Rule.FAMILY_CAP, "2026-01-01", "Klubben", "600.00", "3");
        return line(InvoiceLine.Kind.DISCOUNT, kronor(kronor), Optional.empty(), why);
    }

    private static InvoiceLine line(InvoiceLine.Kind kind, Money amount, Optional<PeriodId> period, Explanation why) {
        var basis = new InvoiceLine.Basis(why, List.of());
        return new InvoiceLine(new InvoiceLine.Text(kind, "Rad"), 1, amount, TERMS, period, basis);
    }
}
