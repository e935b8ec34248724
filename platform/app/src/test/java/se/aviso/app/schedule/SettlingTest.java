package se.aviso.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettlingTest {
    private static final Instant START = Instant.parse("2027-01-04T08:00:00Z");
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final Settling settling = new Settling();
    private final Path folder;
    private final Path file;

    SettlingTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("file.txt");
    }

    @BeforeEach
    void aFileArrives() throws IOException {
        write("half", START);
        assertThat(settledAfter(0)).isFalse();
    }

    @Test
    void aFileThatIsLeftAloneSettles() throws IOException {
        assertThat(settledAfter(4)).isFalse();
        assertThat(settledAfter(5)).isTrue();
    }

    @Test
    void aFileThatGrowsWaitsAnew() throws IOException {
        write("half and more", START);
        assertThat(settledAfter(5)).isFalse();
        assertThat(settledAfter(9)).isFalse();
        assertThat(settledAfter(10)).isTrue();
    }

    @Test
    void aFileThatIsWrittenOverWithAsManyBytesWaitsAnew() throws IOException {
        write("flah", START.plusSeconds(3));
        assertThat(settledAfter(5)).isFalse();
        assertThat(settledAfter(10)).isTrue();
    }

    @Test
    void aFileOfTheSameNameThatComesLaterWaitsAnew() throws IOException {
        settling.keepOnly(folder, List.of());
        assertThat(settledAfter(5)).isFalse();
        settling.keepOnly(folder, List.of(file));
        assertThat(settledAfter(10)).isTrue();
    }

    private boolean settledAfter(int seconds) throws IOException {
        return settling.isSettled(file, START.plusSeconds(seconds), WAIT);
    }

    private void write(String text, Instant modified) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }
}
