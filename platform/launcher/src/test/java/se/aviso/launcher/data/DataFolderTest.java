package se.aviso.launcher.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.aviso.launcher.console.Refusal;

class DataFolderTest {
    @TempDir
    Path temporary;

    @Test
    void aSecondStartOnTheSameFolderIsRefusedInOneSentence() {
        var folder = DataFolder.open(temporary);
        var held = FolderLock.take(folder);
        assertThatThrownBy(() -> FolderLock.take(folder))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "The data folder " + folder.root() + " is in use by another Aviso: stop it with ./aviso stop,"
                                + " or choose another folder with --data.");
        held.close();
        FolderLock.take(folder).close();
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedInOneSentence() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot be written")
                .hasMessageEndingWith("choose another with --data.");
    }

    @Test
    void aFolderThatIsOnlyLookedAtIsNotMade() {
        var typo = temporary.resolve("typo");
        assertThatThrownBy(() -> DataFolder.at(typo).requireThere())
                .isInstanceOf(Refusal.class)
                .hasMessage("There is no data folder of Aviso at " + typo + ": name another with --data.");
        assertThat(typo).doesNotExist();
    }

    @Test
    void aFolderOfSomebodyElseIsNone() {
        assertThatThrownBy(() -> DataFolder.at(temporary).requireThere()).isInstanceOf(Refusal.class);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aFolderOnWhichAvisoRanIsThere() {
        FolderLock.take(DataFolder.open(temporary)).close();
        assertThat(DataFolder.at(temporary).requireThere().root()).isEqualTo(temporary);
    }

    @Test
    void aSecretStaysAndOnlyItsOwnerReadsIt() throws IOException {
        var folder = DataFolder.open(temporary);
        var secret = new Secrets(folder).of("a");
        assertThat(new Secrets(folder).of("a")).isEqualTo(secret).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.file("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aPortIsRemembered() {
        var folder = DataFolder.open(temporary);
        assertThat(new Ports(folder).of("smtp")).isEqualTo(new Ports(folder).of("smtp"));
    }

    @Test
    void theNoteFindsItsProcess() {
        var folder = DataFolder.open(temporary);
        RunNote.write(folder, Map.of("mode", "demo"));
        assertThat(RunNote.read(folder).flatMap(RunNote::process)).contains(ProcessHandle.current());
    }

    @Test
    void aNoteWhoseProcessIdWasGivenAwayFindsNothing() {
        var other = new RunNote(ProcessHandle.current().pid(), Instant.EPOCH, Map.of());
        assertThat(other.process()).isEmpty();
    }
}
