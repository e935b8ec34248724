package se.aviso.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.plugin.Circuit.State.CALLED;
import static se.aviso.plugin.Circuit.State.OFF;
import static se.aviso.plugin.Circuit.State.RESTING;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private static final Instant NOW = Instant.parse("2027-01-04T08:00:00Z");
    private static final Instant RESTED = NOW.plus(Circuit.REST);

    @Test
    void aRowOfFailuresIsFollowedByARest() {
        assertThat(failed(Circuit.FAILURES - 1).state(NOW)).isEqualTo(CALLED);
        assertThat(failed(Circuit.FAILURES).state(NOW)).isEqualTo(RESTING);
        assertThat(failed(Circuit.FAILURES).state(RESTED.minusMillis(1))).isEqualTo(RESTING);
    }

    @Test
    void afterTheRestItIsTriedOnceAndRestsAgainWhereThatFails() {
        var tried = failed(Circuit.FAILURES);
        assertThat(tried.state(RESTED)).isEqualTo(CALLED);
        assertThat(tried.failed(RESTED).state(RESTED)).isEqualTo(RESTING);
    }

    @Test
    void anAnswerEndsTheRow() {
        var answered = failed(Circuit.FAILURES - 1).answered();
        assertThat(answered.failed(NOW).state(NOW)).isEqualTo(CALLED);
    }

    @Test
    void whatDoesNotComeBackIsOffHoweverLongOneWaits() {
        var circuit = Circuit.NEW;
        for (var call = 1; call < Circuit.HANGING; call++) {
            circuit = circuit.hung(NOW).answered();
            assertThat(circuit.state(NOW)).isEqualTo(CALLED);
        }
        assertThat(circuit.hung(NOW).state(NOW.plusSeconds(1_000_000))).isEqualTo(OFF);
    }

    private static Circuit failed(int times) {
        var circuit = Circuit.NEW;
        for (var call = 0; call < times; call++) {
            circuit = circuit.failed(NOW);
        }
        return circuit;
    }
}
