package se.aviso.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.plugin.Circuit.Outcome.ANSWERED;
import static se.aviso.plugin.Circuit.Outcome.FAILED;
import static se.aviso.plugin.Circuit.Outcome.HUNG;
import static se.aviso.plugin.Circuit.State.CALLED;
import static se.aviso.plugin.Circuit.State.RESTING;
import static se.aviso.plugin.Circuit.State.TRIED;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.aviso.plugin.Circuit.Outcome;

class CircuitTest {
    private static final Instant NOW = Instant.parse("2027-01-04T08:00:00Z");
    private static final Instant RESTED = NOW.plus(Circuit.REST);

    @Test
    void someFailuresAreFollowedByARest() {
        assertThat(circuit(Circuit.FAILURES - 1, FAILED).state(NOW)).isEqualTo(CALLED);
        assertThat(circuit(Circuit.FAILURES, FAILED).state(NOW)).isEqualTo(RESTING);
        assertThat(circuit(Circuit.FAILURES, FAILED).state(RESTED.minusMillis(1)))
                .isEqualTo(RESTING);
    }

    @Test
    void whatDoesNotComeBackRestsSooner() {
        assertThat(circuit(Circuit.HANGING - 1, HUNG).state(NOW)).isEqualTo(CALLED);
        assertThat(circuit(Circuit.HANGING, HUNG).state(NOW)).isEqualTo(RESTING);
    }

    @Test
    void failuresAmongManyAnswersAreNoReason() {
        var circuit = Circuit.NEW;
        for (var call = 0; call < 100; call++) {
            circuit = circuit.with(call % 3 == 0 ? FAILED : ANSWERED, NOW);
        }
        assertThat(circuit.state(NOW)).isEqualTo(CALLED);
        assertThat(circuit.last()).hasSize(Circuit.LOOKED_AT);
    }

    @Test
    void everyOtherFailureIsOne() {
        var circuit = Circuit.NEW;
        for (var call = 0; call < Circuit.LOOKED_AT; call++) {
            circuit = circuit.with(call % 2 == 0 ? FAILED : ANSWERED, NOW);
        }
        assertThat(circuit.state(NOW)).isEqualTo(RESTING);
    }

    @Test
    void whatFailedLongAgoIsForgotten() {
        var later = NOW.plus(Circuit.WINDOW).plusSeconds(1);
        var circuit = circuit(Circuit.FAILURES - 1, FAILED).with(FAILED, later);
        assertThat(circuit.state(later)).isEqualTo(CALLED);
        assertThat(circuit(Circuit.HANGING - 1, HUNG).with(HUNG, later).state(later))
                .isEqualTo(CALLED);
    }

    @Test
    void afterTheRestOneCallIsLetThrough() {
        var rested = circuit(Circuit.FAILURES, FAILED);
        assertThat(rested.state(RESTED)).isEqualTo(TRIED);
        assertThat(rested.tried().state(RESTED)).as("all others wait for it").isEqualTo(RESTING);
        assertThat(rested.tried().notTried().state(RESTED)).isEqualTo(TRIED);
    }

    @Test
    void ifThatIsAnsweredAllAre() {
        assertThat(circuit(Circuit.FAILURES, FAILED).tried().triedWith(ANSWERED, RESTED))
                .isEqualTo(Circuit.NEW);
    }

    @Test
    void ifNotItRestsForTwiceAsLongAndNeverForMoreThanAnHour() {
        var circuit = circuit(Circuit.FAILURES, FAILED);
        var now = RESTED;
        for (var minutes : new int[] {2, 4, 8, 16, 32, 60, 60, 60}) {
            circuit = circuit.tried().triedWith(minutes % 4 == 0 ? HUNG : FAILED, now);
            var over = now.plus(Duration.ofMinutes(minutes));
            assertThat(circuit.state(over.minusMillis(1))).isEqualTo(RESTING);
            assertThat(circuit.state(over)).isEqualTo(TRIED);
            now = over;
        }
    }

    @Test
    void theNextRestIsShortAgainOnceItHasAnswered() {
        var mended = circuit(Circuit.FAILURES, FAILED)
                .tried()
                .triedWith(FAILED, RESTED)
                .tried()
                .triedWith(ANSWERED, RESTED);
        for (var call = 0; call < Circuit.FAILURES; call++) {
            mended = mended.with(FAILED, RESTED);
        }
        assertThat(mended.restsUntil()).contains(RESTED.plus(Circuit.REST));
    }

    @Test
    void aCallFromBeforeTheRestNeitherEndsNorLengthensIt() {
        var rests = circuit(Circuit.FAILURES, FAILED);
        assertThat(rests.with(ANSWERED, NOW)).isEqualTo(rests);
        assertThat(rests.with(HUNG, NOW)).isEqualTo(rests);
        assertThat(rests.tried().with(ANSWERED, RESTED)).isEqualTo(rests.tried());
    }

    private static Circuit circuit(int times, Outcome outcome) {
        var circuit = Circuit.NEW;
        for (var call = 0; call < times; call++) {
            circuit = circuit.with(outcome, NOW);
        }
        return circuit;
    }
}
