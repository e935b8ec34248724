package se.aviso.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.RuleViolation;

class ReasonTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "ab", "rad\nbyte"})
    void aReasonThatMustBeGivenSaysSomething(String written) {
        assertThatThrownBy(() -> Reason.of(Optional.of(written))).isInstanceOf(RuleViolation.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void whoNeedNotSayWhyMaySayNothing(String written) {
        assertThat(Reason.ifSaid(Optional.of(written))).isEmpty();
        assertThat(Reason.ifSaid(Optional.empty())).isEmpty();
    }

    @Test
    void whatIsSaidFreelyIsKeptAsItWasSaid() {
        assertThat(Reason.ifSaid(Optional.of(" ny kassör "))).contains("ny kassör");
    }

    @Test
    void whatIsSaidFreelyIsHeldToTheSameLength() {
        assertThat(Reason.ifSaid(Optional.of("x".repeat(500)))).isPresent();
        assertThatThrownBy(() -> Reason.ifSaid(Optional.of("x".repeat(501)))).isInstanceOf(RuleViolation.class);
    }
}
