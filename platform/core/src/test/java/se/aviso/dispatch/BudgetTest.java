package se.aviso.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;

class BudgetTest {
    private static final Budget TEN_KRONOR = new Budget(Optional.of(Money.ore(1_000)));

    @Test
    void aCapLetsOutWhatItPaysFor() {
        assertThat(TEN_KRONOR.lets(100, Money.ore(0), Money.ore(35))).isEqualTo(28);
        assertThat(TEN_KRONOR.lets(100, Money.ore(970), Money.ore(35))).isZero();
        assertThat(TEN_KRONOR.lets(100, Money.ore(2_000), Money.ore(35))).isZero();
    }

    @Test
    void whatCostsNothingIsNotHeldBack() {
        assertThat(TEN_KRONOR.lets(100, Money.ore(2_000), Money.ore(0))).isEqualTo(100);
        assertThat(Budget.OPEN.lets(100, Money.ore(2_000), Money.ore(35))).isEqualTo(100);
    }

    @Test
    void eachPaysForAllOfItsPieces() {
        var costs = List.of(Money.ore(600), Money.ore(600), Money.ore(0), Money.ore(400), Money.ore(1));
        assertThat(TEN_KRONOR.pays(costs, Money.ore(0))).containsExactlyInAnyOrder(0, 2, 3);
        assertThat(TEN_KRONOR.pays(costs, Money.ore(999))).containsExactlyInAnyOrder(2, 4);
        assertThat(Budget.OPEN.pays(costs, Money.ore(0))).hasSize(5);
    }

    @Test
    void noCapIsBelowNothing() {
        assertThatThrownBy(() -> new Budget(Optional.of(Money.ore(-1)))).isInstanceOf(IllegalArgumentException.class);
    }
}
