package se.aviso.app.batch;

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
import se.aviso.app.invoice.FindBatches;
import se.aviso.app.invoice.WriteBatch;
import se.aviso.app.run.RunState;
import se.aviso.app.run.StartRun;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Screens;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.app.web.ProblemTexts;
import se.aviso.kernel.RuleViolation.Fault;

/** A batch: what its drafts come to and what is in the way of them; issued, thrown away, or followed. */
@Named
@ViewScoped
@Screen(path = "/batch/detail.xhtml", needs = Permission.INVOICE_WRITE)
public class BatchDetailView implements Serializable {
    private static final String LIST = "/batch/list.xhtml?faces-redirect=true";
    private static final String HERE = "/batch/detail.xhtml?faces-redirect=true&id=";
    private static final String RUN = "/run/detail.xhtml";

    @Inject
    transient WriteBatch write;

    @Inject
    transient FindBatches batches;

    @Inject
    transient ShowBatch find;

    @Inject
    transient StartRun start;

    @Inject
    transient Screens screens;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Notices notices;

    @Inject
    Show show;

    @Inject
    Texts texts;

    private @Nullable UUID id;
    private transient ShowBatch.@Nullable Followed followed;
    private transient FindBatches.@Nullable Outlook outlook;

    @PostConstruct
    void load() {
        id = address.id("id").filter(any -> find.of(any).isPresent()).orElse(null);
        if (id == null) {
            Absent.answer();
        }
    }

    /** Issues what can be issued, once however often it is sent; what cannot stays a draft. */
    public @Nullable String issue() {
        var batch = Objects.requireNonNull(id);
        var begun = notices.attempt(() -> start.issue(batch), texts.get("batch.notIssued"));
        if (begun) {
            notices.done(texts.get("batch.begun"), texts.get("batch.begunNow"));
        }
        return begun ? HERE + batch : null;
    }

    /** Throws the drafts away. */
    public @Nullable String drop() {
        var batch = Objects.requireNonNull(id);
        var dropped = notices.attempt(() -> write.drop(batch), texts.get("batch.notDropped"));
        if (dropped) {
            notices.done(texts.get("batch.dropped"));
        }
        return dropped ? LIST : null;
    }

    /** The batch with its run; null where there is none. */
    public ShowBatch.@Nullable Followed getFollowed() {
        var found = followed;
        if (found == null && id != null) {
            found = find.of(id).orElse(null);
            followed = found;
        }
        return found;
    }

    /** True when drafts are left that no run is at work on. */
    public boolean isWaiting() {
        var found = getFollowed();
        return found != null && found.waiting() > 0 && !found.batch().inHand();
    }

    /** What its drafts come to today. */
    public FindBatches.Outlook getOutlook() {
        var found = outlook;
        if (found == null) {
            found = batches.find(Objects.requireNonNull(id)).orElseThrow();
            outlook = found;
        }
        return found;
    }

    /** The problems, each with how many it is in the way of. */
    public List<Map.Entry<String, Long>> getProblems() {
        return List.copyOf(getOutlook().problems().entrySet());
    }

    /** A problem in words. */
    public String said(Fault fault) {
        return ProblemTexts.in(desk.getLocale()).detail(fault.code(), fault.facts());
    }

    /** The button's words: how many are issued, and for how much. */
    public String getIssueWord() {
        var all = getOutlook();
        return texts.with("batch.issue", all.ready(), show.amount(all.total()));
    }

    /** True while a run works on it and the page looks again by itself. */
    public boolean isGoing() {
        var found = getFollowed();
        return found != null && found.runs().stream().anyMatch(run -> run.state() == RunState.RUNNING);
    }

    /** Where runs are followed; empty where the user may not. */
    public String getRunPage() {
        return Optional.of(RUN)
                .filter(page -> screens.permission(page).isPresent())
                .map(page -> page + "?id=")
                .orElse("");
    }
}
