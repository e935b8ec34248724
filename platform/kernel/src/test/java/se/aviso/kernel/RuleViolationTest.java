package se.aviso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.RuleViolation.Fault;

class RuleViolationTest {
    private static final Map<String, String> FACTS = Map.of("giro", "991-2346");

    @Test
    void aFaultOfTheWholeHasNoPlace() {
        assertThat(RuleViolation.of("giro-taken", FACTS).faults()).containsExactly(new Fault("giro-taken", "", FACTS));
    }

    @Test
    void aFaultOfAFieldSaysWhere() {
        assertThat(RuleViolation.at("/bankgiro", "giro-taken", FACTS).faults())
                .containsExactly(new Fault("giro-taken", "/bankgiro", FACTS));
    }

    @Test
    void theMessageNamesTheFaults() {
        assertThat(RuleViolation.of("giro-taken", FACTS)).hasMessageContaining("giro-taken");
    }

    @Test
    void aViolationHasAFault() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RuleViolation(List.of()));
    }

    @Test
    void factsDoNotChangeAfterwards() {
        var facts = new HashMap<>(FACTS);
        var violation = RuleViolation.of("giro-taken", facts);
        facts.clear();
        assertThat(violation.faults().get(0).facts()).isEqualTo(FACTS);
    }
}
