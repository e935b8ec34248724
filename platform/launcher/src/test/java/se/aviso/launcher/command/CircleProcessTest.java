package se.aviso.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CircleProcessTest {
    @Test
    void aCircleThatFinishedIsNotComplainedOf() {
        assertThat(CircleProcess.complaint(0, true)).isEmpty();
    }

    @Test
    void aCircleThatFailedSaysWhatStandsAndWhatToDo() {
        assertThat(CircleProcess.complaint(1, true))
                .contains("The circle did not finish (exit code 1): what it did stands; run ./aviso demo again,"
                        + " and it goes on from there.");
    }

    @Test
    void aCircleThatWasKilledNamesTheSignalAndTheProductThatGoesOn() {
        assertThat(CircleProcess.complaint(137, false))
                .contains("The circle did not finish (ended by signal 9): what it did stands; end this with Ctrl-C"
                        + " and run ./aviso demo again, and it goes on from there.");
    }
}
