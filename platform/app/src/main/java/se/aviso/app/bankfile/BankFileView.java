package se.aviso.app.bankfile;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.payment.BankFileRecord;
import se.aviso.app.payment.BankFileState;
import se.aviso.app.payment.EffectRow;
import se.aviso.app.payment.EffectRow.ExampleRow;
import se.aviso.app.payment.FindBankFiles;
import se.aviso.app.payment.ImportBankFile;
import se.aviso.app.payment.ReceiveBankFile;
import se.aviso.app.payment.ShowExamples;
import se.aviso.app.payment.UndoBankFile;
import se.aviso.app.payment.UndoPreview;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.payment.EntryPreview;

/** One bank file: what it would do, or did, and the button that books it. */
@Named
@ViewScoped
@Screen(path = "/bankfile/detail.xhtml", needs = Permission.BANK_FILE_READ)
public class BankFileView implements Serializable {
    /** The code by which a format says that the bank declares nothing that could be compared. */
    private static final String NO_TOTALS = "NO_TOTALS";

    private static final UUID NONE = new UUID(0, 0);

    @Inject
    transient ProblemWords words;

    @Inject
    transient FindBankFiles find;

    @Inject
    transient ImportBankFile importBankFile;

    @Inject
    transient ReceiveBankFile receive;

    @Inject
    transient UndoBankFile undoBankFile;

    @Inject
    transient ShowExamples showExamples;

    @Inject
    transient Caller caller;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    @Inject
    BankFileLook look;

    private UUID id = NONE;
    private transient @Nullable BankFileRecord file;
    private transient @Nullable Map<ExampleRow, ShowExamples.Shown> examples;

    @PostConstruct
    void load() {
        id = address.id("id").orElse(NONE);
    }

    /** Answers "not found" for a file that is none of the tenant's. */
    public void open() {
        if (find.find(id).isEmpty()) {
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

    /** Books it; sent twice it is booked once. */
    @ActNeeds(Permission.BANK_FILE_IMPORT)
    public String book() {
        var booked = notices.attempt(
                () -> importBankFile.book(id, ImportBankFile.By.of(caller)), texts.get("bankfile.notBooked"));
        if (booked) {
            file = null;
            tell();
        }
        return "/bankfile/detail.xhtml?faces-redirect=true&id=" + id;
    }

    /** Puts it away; sent twice it is put away once. */
    @ActNeeds(Permission.BANK_FILE_IMPORT)
    public String discard() {
        var discarded = notices.attempt(
                () -> receive.discard(id, Optional.of(caller.userId())), texts.get("bankfile.notDiscarded"));
        if (discarded) {
            notices.done(texts.with("bankfile.discarded", file().name()), texts.get("bankfile.discardedNow"));
            return "/bankfile/list.xhtml?faces-redirect=true";
        }
        return "/bankfile/detail.xhtml?faces-redirect=true&id=" + id;
    }

    private void tell() {
        if (getBooked().isEmpty()) {
            notices.done(texts.get("bankfile.nothing"));
        } else if (file().changes().isEmpty()) {
            notices.done(texts.with("bankfile.booked", look.sum(getBooked())));
        } else {
            notices.done(texts.with("bankfile.booked", look.sum(getBooked())), texts.get("bankfile.bookedOtherwise"));
        }
    }

    /** The title: where the file stands, in a sentence. */
    public String getHeading() {
        return texts.get(
                isNothingNew()
                        ? "bankfile.nothing"
                        : "bankfile.heading." + file().outcome().state());
    }

    /** What that means, in one more. */
    public String getLede() {
        return texts.get(
                isNothingNew()
                        ? "bankfile.nothingText"
                        : "bankfile.lede." + file().outcome().state());
    }

    /** The examples of an effect, in the words of people. */
    public List<ShowExamples.Shown> examples(EffectRow row) {
        var known = examples;
        if (known == null) {
            known = showExamples.of(id, getBooked());
            examples = known;
        }
        return row.examples().stream().map(known::get).toList();
    }

    /** What comes into the books. */
    public List<EffectRow> getBooked() {
        return file().effects().stream().filter(row -> row.kind().isBooked()).toList();
    }

    /** What another file brought before. */
    public List<EffectRow> getKnown() {
        return file().effects().stream().filter(row -> !row.kind().isBooked()).toList();
    }

    /** The entries in sums. */
    public List<EntryPreview> getEntries() {
        return find.entries(file());
    }

    /** True when the button that books is there. */
    public boolean isToBook() {
        return isOnTrial() && !isNothingNew() && caller.may(Permission.BANK_FILE_IMPORT);
    }

    /** True when the button that puts it away is there. */
    public boolean isToDiscard() {
        return (isOnTrial() || isStopped()) && caller.may(Permission.BANK_FILE_IMPORT);
    }

    /** True when the link to where it is undone is there. */
    public boolean isToUndo() {
        var counts = file().outcome().counts();
        return file().outcome().state() == BankFileState.BOOKED
                && counts.newPayments() + counts.twins() > 0
                && caller.may(Permission.BANK_FILE_IMPORT)
                && undoBankFile.isMine(id);
    }

    /** By whom, when and why it was undone; null while it is not. */
    public UndoPreview.@Nullable Done getUndone() {
        return file().outcome().state() == BankFileState.UNDONE
                ? undoBankFile.done(id).orElse(null)
                : null;
    }

    /** True when it is read on trial, and nothing of it is booked. */
    public boolean isOnTrial() {
        return file().outcome().state() == BankFileState.REHEARSED;
    }

    /** True when all that it brings is booked already, or not sure yet at the bank. */
    public boolean isNothingNew() {
        return isOnTrial() && getBooked().isEmpty();
    }

    /** True when what is shown has happened. */
    public boolean isDone() {
        return !isOnTrial() && file().outcome().state() != BankFileState.DISCARDED;
    }

    /** How the bank's own sums and records look: not in order, in order, or not there to be compared. */
    public Control getControl() {
        var discarded = file().outcome().state() == BankFileState.DISCARDED;
        if (isStopped() || (discarded && file().shown().rehearsed().isEmpty())) {
            return new Control("bad", "alert", "bankfile.controlBad");
        }
        return file().outcome().problems().stream()
                        .anyMatch(problem -> problem.code().equals(NO_TOTALS))
                ? new Control("warn", "info", "bankfile.controlNone")
                : new Control("ok", "okc", "bankfile.controlGood");
    }

    /** A mark on the page. */
    public record Control(String tone, String icon, String word) {}

    /** True when nothing of it will ever be booked. */
    public boolean isStopped() {
        return file().outcome().state() == BankFileState.QUARANTINED;
    }

    /** True when payments of it wait for a human. */
    public boolean isWaiting() {
        return file().outcome().state() == BankFileState.BOOKED
                && file().outcome().counts().suspense() > 0;
    }

    /** What a problem means, in the user's words; its code and the format's own text stand beside. */
    public String word(String code) {
        return words.of(code);
    }

    /** How many records are for accounts that are none of the tenant's. */
    public long getForeign() {
        return look.records(file()) - look.count(file().effects());
    }
}
