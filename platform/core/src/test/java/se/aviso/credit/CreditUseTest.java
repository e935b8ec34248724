package se.aviso.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.kernel.Money.ore;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

class CreditUseTest {
    private static final CreditUse.Holder ANNA = holder(1);

    @Test
    void claimsTakeWhatThereIsInTheirOrder() {
        var uses = CreditUse.of(
                Map.of(ANNA, kronor(250)),
                List.of(claim(1, ANNA, 100), claim(2, holder(2), 100), claim(3, ANNA, 200), claim(4, ANNA, 50)));
        assertThat(uses)
                .extracting(use -> use.invoice().value().getLeastSignificantBits())
                .containsExactly(1L, 3L);
        assertThat(uses).extracting(CreditUse::amount).containsExactly(kronor(100), kronor(150));
    }

    @Test
    void anotherCurrencyIsLeftAlone() {
        var euro = new Money(100_00, Currency.getInstance("EUR"));
        assertThat(CreditUse.of(Map.of(ANNA, euro), List.of(claim(1, ANNA, 100))))
                .isEmpty();
    }

    /** However balances and claims lie: no claim takes more than is open, no balance gives more than there is. */
    @ParameterizedTest
    @ValueSource(longs = {11, 23, 47})
    void nothingIsTakenTwice(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++) {
            var balances = new HashMap<CreditUse.Holder, Money>();
            for (var each = 0; each < 4; each++) {
                balances.put(holder(each), ore(random.nextInt(500)));
            }
            var claims = new ArrayList<CreditUse.Claim>();
            for (var each = 0; each < 12; each++) {
                claims.add(new CreditUse.Claim(invoice(each), holder(random.nextInt(6)), ore(1 + random.nextInt(300))));
            }
            var taken = new HashMap<CreditUse.Holder, Money>();
            for (var use : CreditUse.of(balances, claims)) {
                var claim = claims.get((int) use.invoice().value().getLeastSignificantBits());
                assertThat(use.amount()).isLessThanOrEqualTo(claim.open());
                taken.merge(use.holder(), use.amount(), Money::plus);
            }
            for (var holder : balances.keySet()) {
                var open = claims.stream()
                        .filter(claim -> claim.holder().equals(holder))
                        .map(CreditUse.Claim::open)
                        .reduce(ore(0), Money::plus);
                assertThat(taken.getOrDefault(holder, ore(0)))
                        .as("seed %d", seed)
                        .isEqualTo(balances.getOrDefault(holder, ore(0)).min(open));
            }
        }
    }

    @Test
    void aPersonGivesAsMuchAsTheInvoiceCanTake() {
        assertThat(byHand(100, false, 250, Optional.empty()).amount()).isEqualTo(kronor(100));
        assertThat(byHand(300, false, 250, Optional.empty()).amount()).isEqualTo(kronor(250));
        assertThat(byHand(300, false, 250, Optional.of(ore(1))).amount()).isEqualTo(ore(1));
        assertThat(byHand(250, true, 250, Optional.empty()).amount()).isEqualTo(kronor(250));
    }

    @Test
    void aPersonGivesNoMoreThanEither() {
        refused("conflict-invoice-settled", () -> byHand(0, false, 250, Optional.empty()));
        refused("conflict-balance-none", () -> byHand(100, false, 0, Optional.empty()));
        refused("balance-amount", () -> byHand(100, false, 250, Optional.of(ore(0))));
        refused("balance-over-open", () -> byHand(100, false, 250, Optional.of(ore(100_01))));
        refused("balance-too-little", () -> byHand(300, false, 250, Optional.of(ore(250_01))));
        refused("balance-offer-short", () -> byHand(300, true, 250, Optional.empty()));
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        thrown -> assertThat(thrown.faults())
                                .extracting(RuleViolation.Fault::code)
                                .containsExactly(code));
    }

    private static CreditUse byHand(long open, boolean offer, long balance, Optional<Money> wished) {
        return CreditUse.byHand(claim(1, ANNA, open), offer, kronor(balance), wished);
    }

    private static CreditUse.Claim claim(int id, CreditUse.Holder holder, long kronor) {
        return new CreditUse.Claim(invoice(id), holder, kronor(kronor));
    }

    private static InvoiceId invoice(int id) {
        return new InvoiceId(new UUID(0, id));
    }

    private static CreditUse.Holder holder(int id) {
        return new CreditUse.Holder(new MemberId(new UUID(1, id)), new GroupId(new UUID(2, 0)));
    }
}
