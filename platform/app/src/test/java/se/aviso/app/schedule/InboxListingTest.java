package se.aviso.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxListingTest {
    private final InboxListing listing = new InboxListing();
    private final Path inbox;
    private final Path folder;

    InboxListingTest(@TempDir Path inbox) throws IOException {
        this.inbox = inbox;
        this.folder = Files.createDirectory(inbox.resolve("prov"));
    }

    @Test
    void wholeFilesWaitInTheOrderOfTheirNames() throws IOException {
        var second = Files.createFile(folder.resolve("b.txt"));
        var first = Files.createFile(folder.resolve("a.txt"));
        Files.createFile(folder.resolve("c.txt.part"));
        Files.createFile(folder.resolve(".hidden"));
        Files.createDirectory(folder.resolve("done"));
        assertThat(listing.waiting(folder)).containsExactly(first, second);
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        var secret = Files.createFile(inbox.resolve("secret.txt"));
        Files.createSymbolicLink(folder.resolve("innocent.txt"), secret);
        assertThat(listing.waiting(folder)).isEmpty();
    }

    @Test
    void whatBelongsToNoTenantIsNamedOnce() throws IOException {
        var stray = Files.createFile(inbox.resolve("avi.txt"));
        var unknown = Files.createDirectory(inbox.resolve("prvo"));
        assertThat(listing.strays(inbox, Set.of("prov"))).containsExactly(stray, unknown);
        assertThat(listing.strays(inbox, Set.of("prov"))).isEmpty();
    }
}
