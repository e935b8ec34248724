package se.aviso.app.pickup;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.payment.FileName;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.SentFile;
import se.aviso.app.screen.Texts;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;

/** The files that came for whoever they belong to, and where an operator hands one in. */
@Named
@RequestScoped
@Screen(path = "/pickup/files.xhtml", needs = Permission.INSTALLATION_RUN)
public class PickedFileListView {
    private static final int ROWS = 50;

    @Inject
    FindPickedFiles find;

    @Inject
    HandOverPickedFile handOver;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    SentFile sentFile;

    @Inject
    Texts texts;

    private Page<PickedFile> page = new Page<>(List.of(), Optional.empty());
    private @Nullable Part file;

    @PostConstruct
    void load() {
        var part = address.part(ROWS);
        page = Page.of(
                find.newest(false, part.after().map(Cursor::id), part.limitAndOne()),
                part,
                row -> new Cursor("", row.id()));
    }

    /** Takes the file and goes where its sections are shown. */
    public String handIn() {
        var part = file;
        var nothing = sentFile.nothing(part, "pickup.noFile");
        if (part == null || nothing.isPresent()) {
            notices.failed(nothing.orElse(""), texts.get("pickup.notTaken"), texts.get("pickup.noFileNow"));
            return "";
        }
        var taken = new AtomicReference<PickUpFile.Taken>();
        if (!notices.attempt(() -> taken.set(take(part)), texts.get("pickup.notTaken"))) {
            return "";
        }
        var done = Objects.requireNonNull(taken.get());
        notices.done(texts.get(done.known() ? "pickup.known" : "pickup.taken"));
        return "/pickup/file.xhtml?faces-redirect=true&id=" + done.file().id();
    }

    private PickUpFile.Taken take(Part sent) {
        try (var bytes = sent.getInputStream()) {
            return handOver.take(bytes, FileName.of(Optional.ofNullable(sent.getSubmittedFileName())));
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    /** The rows of this part of the list. */
    public List<PickedFile> getRows() {
        return page.items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page.nextCursor().orElse("");
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
