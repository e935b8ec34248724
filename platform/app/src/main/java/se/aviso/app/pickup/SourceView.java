package se.aviso.app.pickup;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.web.ETags;
import se.aviso.pickup.Expectation;
import se.aviso.pickup.HostKey;

/** One source: how it went, how it is reached, what is expected of it. */
@Named
@ViewScoped
@Screen(path = "/pickup/source.xhtml", needs = Permission.INSTALLATION_RUN)
public class SourceView implements Serializable {
    private static final UUID NONE = new UUID(0, 0);

    @Inject
    transient FindBankSources find;

    @Inject
    transient TendBankSource tend;

    @Inject
    transient TryConnection trial;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private UUID id = NONE;
    private long version;
    private SourceForm form = SourceForm.empty();
    private Expectation.Days days = Expectation.Days.NEVER;
    private String by = "";
    private String shownKey = "";
    private String fingerprint = "";

    @PostConstruct
    void load() {
        id = address.id("id").orElse(NONE);
        var found = find.find(id);
        if (found.isEmpty()) {
            Absent.answer();
            return;
        }
        var source = found.get().source();
        version = source.version();
        form = found.get()
                .connection()
                .map(connection -> SourceForm.of(source, connection))
                .orElseGet(SourceForm::empty);
        days = source.expected().expectation().days();
        by = source.expected().expectation().by().toString();
    }

    /** Tries the connection and shows what came of it; the key that the server shows is there to be compared. */
    public void tryOut() {
        notices.attempt(
                () -> {
                    var seen = trial.tryOut(id);
                    shownKey = seen.hostKey().orElse("");
                    if (seen.failure().isEmpty()) {
                        notices.done(texts.with("pickup.tried", seen.names().size()));
                    } else if (seen.failure().get() != LookFailure.HOST_KEY_UNPINNED) {
                        notices.failed(
                                texts.of(seen.failure().get()),
                                texts.get("pickup.notTried"),
                                texts.get("pickup.help." + seen.failure().get()));
                    }
                },
                texts.get("pickup.notTried"));
    }

    /** Pins the key that was typed or copied from what the bank says. */
    public @Nullable String pin() {
        return act(() -> tend.pin(id, fingerprint), "pickup.pinned", "pickup.notPinned");
    }

    /** Saves how it is reached. */
    public @Nullable String save() {
        return act(
                () -> tend.change(id, now -> ETags.require('"' + Long.toString(version) + '"', now), form.wish()),
                "pickup.saved",
                "pickup.notSaved");
    }

    /** Says what is expected. */
    public @Nullable String expect() {
        return act(
                () -> tend.expect(id, new Expectation(days, SourceBodies.time(by))),
                "pickup.expectSaved",
                "pickup.notSaved");
    }

    /** Looks as soon as may be. */
    public @Nullable String look() {
        return act(() -> tend.lookNow(id), "pickup.looking", "pickup.notLooking");
    }

    /** Removes it. */
    public @Nullable String remove() {
        if (!notices.attempt(() -> tend.remove(id), texts.get("pickup.notRemoved"))) {
            return null;
        }
        notices.done(texts.get("pickup.removed"));
        return "/pickup/list.xhtml?faces-redirect=true";
    }

    private @Nullable String act(Runnable work, String done, String not) {
        if (!notices.attempt(work, texts.get(not))) {
            return null;
        }
        notices.done(texts.get(done));
        return "/pickup/source.xhtml?faces-redirect=true&id=" + id;
    }

    /** The source as it is now; null where there is none. */
    public @Nullable BankSource getSource() {
        return find.find(id).map(FindBankSources.Found::source).orElse(null);
    }

    /** True for a server. */
    public boolean isServer() {
        return find.find(id).flatMap(FindBankSources.Found::connection).isPresent();
    }

    /** The pinned key; empty while there is none. */
    public String getPinned() {
        return find.find(id)
                .flatMap(FindBankSources.Found::connection)
                .flatMap(SftpConnection::hostKey)
                .map(HostKey::fingerprint)
                .orElse("");
    }

    /** The key that the server has shown just now; empty before it was tried. */
    public String getShownKey() {
        return shownKey;
    }

    public List<Expectation.Days> getAllDays() {
        return Arrays.asList(Expectation.Days.values());
    }

    public SourceForm getForm() {
        return form;
    }

    public Expectation.Days getDays() {
        return days;
    }

    public void setDays(Expectation.@Nullable Days days) {
        this.days = Optional.ofNullable(days).orElse(Expectation.Days.NEVER);
    }

    public String getBy() {
        return by;
    }

    public void setBy(@Nullable String by) {
        this.by = Objects.requireNonNullElse(by, "");
    }

    public String getFingerprint() {
        return fingerprint;
    }

    public void setFingerprint(@Nullable String fingerprint) {
        this.fingerprint = Objects.requireNonNullElse(fingerprint, "");
    }
}
