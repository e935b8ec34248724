package se.aviso.app.bankfile;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.payment.BankFileRecord;
import se.aviso.app.payment.BankFileState;
import se.aviso.app.payment.FindBankFiles;
import se.aviso.app.payment.UndoBankFile;
import se.aviso.app.payment.UndoPreview;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;

/** What undoing a whole bank file does, what hinders, and the button that does it. */
@Named
@ViewScoped
@Screen(path = "/bankfile/undo.xhtml", needs = Permission.BANK_FILE_IMPORT)
public class BankFileUndoView implements Serializable {
    private static final UUID NONE = new UUID(0, 0);

    @Inject
    transient FindBankFiles find;

    @Inject
    transient UndoBankFile undo;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private UUID id = NONE;
    private String reason = "";
    private transient @Nullable BankFileRecord file;
    private transient @Nullable UndoPreview preview;

    @PostConstruct
    void load() {
        id = address.id("id").orElse(NONE);
    }

    /** Answers "not found" for a file that is none of the caller's to undo. */
    public void open() {
        if (find.find(id).isEmpty() || !undo.isMine(id)) {
            Absent.answer();
        }
    }

    /** The file as it is now. */
    public BankFileRecord file() {
        if (file == null) {
            file = find.find(id).orElseThrow();
        }
        return Objects.requireNonNull(file);
    }

    /** What undoing it would do, or did. */
    public UndoPreview preview() {
        if (preview == null) {
            preview = undo.preview(id);
        }
        return Objects.requireNonNull(preview);
    }

    /** Undoes it; sent twice it is undone once. */
    @ActNeeds(Permission.BANK_FILE_IMPORT)
    public @Nullable String undo() {
        if (!notices.attempt(() -> undo.undo(id, reason), texts.get("bankfile.undo.not"))) {
            preview = null;
            return null;
        }
        file = null;
        notices.done(texts.with("bankfile.undo.done", file().name()), texts.get("bankfile.undo.doneNow"));
        return "/bankfile/detail.xhtml?faces-redirect=true&id=" + id;
    }

    /** True once it is undone. */
    public boolean isDone() {
        return file().outcome().state() == BankFileState.UNDONE;
    }

    /** True while a person can confirm. */
    public boolean isPossible() {
        return preview().possible();
    }

    /** How many of the invoices that open again are not named. */
    public long getMoreOpened() {
        return preview().opened().invoices() - preview().opened().first().size();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }
}
