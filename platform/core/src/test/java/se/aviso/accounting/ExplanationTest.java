package se.aviso.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;

class ExplanationTest {
    @Test
    void partsThatAreTheBalanceExplainIt() {
        var explanation = new Explanation(Money.ore(250), Money.ore(100), List.of(Money.ore(200), Money.ore(-50)));
        assertThat(explanation.sum()).isEqualTo(Money.ore(250));
        assertThat(explanation.isWhole()).isTrue();
    }

    @Test
    void theFirstOreThatIsMissingIsSaid() {
        var explanation = new Explanation(Money.ore(250), Money.ore(0), List.of(Money.ore(249)));
        assertThat(explanation.isWhole()).isFalse();
        assertThat(explanation.missing()).isEqualTo(Money.ore(1));
    }

    @Test
    void whatIsTooMuchIsMissingBelowNothing() {
        assertThat(new Explanation(Money.ore(0), Money.ore(5), List.of()).missing())
                .isEqualTo(Money.ore(-5));
    }
}
