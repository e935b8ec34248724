package se.aviso.app.bankfile;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.payment.BankFileRecord;
import se.aviso.app.payment.BankFileState;
import se.aviso.app.payment.FileName;
import se.aviso.app.payment.FindBankFiles;
import se.aviso.app.payment.ImportBankFile;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.SentFile;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;

/** The list of bank files, and where one is handed in: read on trial first, always. */
@Named
@RequestScoped
@Screen(path = "/bankfile/list.xhtml", needs = Permission.BANK_FILE_READ)
public class BankFileListView {
    private static final int ROWS = 50;
    private static final long MEGABYTE = 1_000_000;

    @Inject
    FindBankFiles find;

    @Inject
    ImportBankFile importBankFile;

    @Inject
    Address address;

    @Inject
    Caller caller;

    @Inject
    Notices notices;

    @Inject
    SentFile sentFile;

    @Inject
    Texts texts;

    /** The largest file that a browser may hand in; larger ones go by the API or the inbox. */
    @Inject
    @ConfigProperty(name = "aviso.bank-file.largest-megabytes", defaultValue = "100")
    long largest;

    private Page<BankFileRecord> page = new Page<>(List.of(), Optional.empty());
    private @Nullable Part file;
    private String format = "";

    @PostConstruct
    void load() {
        var part = address.part(ROWS);
        page = Page.of(
                find.newest(part.limitAndOne(), part.after().map(Cursor::id)), part, row -> new Cursor("", row.id()));
    }

    /** Keeps the file, reads it on trial, and goes where its effects are shown. */
    @ActNeeds(Permission.BANK_FILE_IMPORT)
    public String handIn() {
        var part = file;
        var nothing = sentFile.nothing(part, "bankfile.none");
        if (part == null || nothing.isPresent()) {
            notices.failed(nothing.orElse(""), texts.get("bankfile.not"), texts.get("bankfile.noneNow"));
            return "";
        }
        if (part.getSize() > getLargestBytes()) {
            notices.failed(
                    texts.with("bankfile.large", getLargest()),
                    texts.get("bankfile.not"),
                    texts.get("bankfile.largeNow"));
            return "";
        }
        var rehearsed = new AtomicReference<BankFileRecord>();
        if (!notices.attempt(() -> rehearsed.set(rehearse(part)), texts.get("bankfile.not"))) {
            return "";
        }
        var record = Objects.requireNonNull(rehearsed.get());
        if (record.outcome().state() == BankFileState.KNOWN) {
            notices.done(texts.get("bankfile.known"), texts.get("bankfile.knownNow"));
        }
        return "/bankfile/detail.xhtml?faces-redirect=true&id=" + record.id();
    }

    private BankFileRecord rehearse(Part sent) {
        var name = FileName.of(Optional.ofNullable(sent.getSubmittedFileName()));
        try (var bytes = sent.getInputStream()) {
            var chosen = Optional.of(format).filter(each -> !each.isEmpty());
            return importBankFile.take(
                    bytes, new ImportBankFile.Handed(name, ImportBankFile.By.of(caller), chosen, true));
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    /** True for those who may hand files in. */
    public boolean isHandingIn() {
        return caller.may(Permission.BANK_FILE_IMPORT);
    }

    /** The rows of this part of the list. */
    public List<BankFileRecord> getRows() {
        return page.items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page.nextCursor().orElse("");
    }

    /** The largest file, in megabytes. */
    public long getLargest() {
        return largest;
    }

    /** The largest file, in bytes: the browser says so before anything is sent. */
    public long getLargestBytes() {
        return largest * MEGABYTE;
    }

    /** The formats that can be chosen. */
    public List<String> getFormats() {
        return importBankFile.formats();
    }

    /** The format that the file is said to have; empty where it is to be recognised. */
    public String getFormat() {
        return format;
    }

    public void setFormat(@Nullable String format) {
        this.format = Objects.requireNonNullElse(format, "");
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
