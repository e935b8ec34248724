package se.aviso.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;

class SendDispatchesTest {
    private static final List<Money> TWO = List.of(Money.ore(35), Money.ore(70));

    @Test
    void costsAreOneForEachMessageOrNoAnswer() {
        assertThat(SendDispatches.each(TWO, 2)).isEqualTo(TWO);
        assertThatThrownBy(() -> SendDispatches.each(TWO, 3)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SendDispatches.each(TWO, 1)).isInstanceOf(IllegalStateException.class);
    }
}
