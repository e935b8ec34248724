package se.aviso.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SentenceTest {
    @Test
    void aDiskThatIsFullIsOneSentence() {
        assertThat(Sentence.of(new UncheckedIOException(new IOException("No space left on device"))))
                .contains("No space left on device.");
    }

    @Test
    void aFailureWhoseMessageIsBareSaysItsKind() {
        assertThat(Sentence.of(new AccessDeniedException("/data/log"))).contains("AccessDeniedException: /data/log.");
    }

    @Test
    void aDatabaseSaysItsFirstLine() {
        assertThat(Sentence.of(new SQLException("ERROR: out of memory.\n  Detail: many lines")))
                .contains("The database did not do as asked: ERROR: out of memory.");
    }

    @Test
    void ourOwnFaultIsNotDressedUp() {
        assertThat(Sentence.of(new IllegalStateException("bug"))).isEmpty();
    }
}
