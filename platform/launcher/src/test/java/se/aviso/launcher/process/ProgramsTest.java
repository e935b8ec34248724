package se.aviso.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    @TempDir
    Path folder;

    /** A script that hangs in a program of its own, as kc.sh does in its Java. */
    @Test
    void whatTakesTooLongIsEndedWithAllThatItStarted() throws Exception {
        var log = folder.resolve("words.log");
        assertThatThrownBy(() -> Programs.run(List.of("sh", "-c", "sleep 600 & echo $!; wait"), log, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(log.toString());
        var started = ProcessHandle.of(Long.parseLong(Files.readString(log).strip()));
        assertThat(started.isEmpty() || ended(started.get())).isTrue();
    }

    private static boolean ended(ProcessHandle process) throws Exception {
        process.onExit().get(30, TimeUnit.SECONDS);
        return !process.isAlive();
    }
}
