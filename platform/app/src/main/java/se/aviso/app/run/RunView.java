package se.aviso.app.run;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.dispatch.DispatchState;
import se.aviso.app.invoice.Foreseen;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;
import se.aviso.app.security.Caller;
import se.aviso.app.web.Page;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RunId;

/** One run: what it would bring, how far it is, what it has brought, and its recipients. */
@Named
@RequestScoped
@Screen(path = "/run/detail.xhtml", needs = Permission.RUN_READ)
public class RunView {
    private static final UUID NONE = new UUID(0, 0);
    private static final int ROWS = 50;

    @Inject
    FindRuns find;

    @Inject
    Address address;

    @Inject
    Caller caller;

    private FindRuns.@Nullable Seen seen;
    private Page<RecipientListStore.Recipient> page = new Page<>(List.of(), Optional.empty());

    @PostConstruct
    void load() {
        var id = new RunId(address.id("id").orElse(NONE));
        try {
            seen = find.see(id);
        } catch (RuleViolation unknown) {
            Absent.answer();
            return;
        }
        var wanted = new RecipientListStore.Wanted(
                address.constant("state", RecipientState.class),
                address.constant("verdict", Foreseen.Verdict.class),
                address.text("reason"),
                address.id("group"));
        var part = address.part(ROWS);
        page = Page.of(find.recipients(id, wanted, part), part, RecipientListStore::cursor);
    }

    /** The run; null where there is none. */
    public FindRuns.@Nullable Seen getSeen() {
        return seen;
    }

    /** Its recipients, a part of them. */
    public List<RecipientListStore.Recipient> getRecipients() {
        return page.items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page.nextCursor().orElse("");
    }

    /** The states that recipients can be narrowed to. */
    public List<RecipientState> getStates() {
        return List.of(RecipientState.values());
    }

    /** The verdicts that recipients can be narrowed to; none where nobody looked ahead. */
    public List<Foreseen.Verdict> getVerdicts() {
        return seen != null && seen.preview().isPresent() ? List.of(Foreseen.Verdict.values()) : List.of();
    }

    /** The states of mailings that occur. */
    public List<DispatchState> getDispatchStates() {
        return seen == null
                ? List.of()
                : List.copyOf(seen.outcome().dispatches().counts().keySet());
    }

    /** True while the page looks again by itself. */
    public boolean isGoing() {
        return is(RunState.RUNNING);
    }

    /** True when the user may approve it. */
    public boolean isToApprove() {
        return is(RunState.PREVIEWED) && mayAct();
    }

    /** True when the user may stop it for a while. */
    public boolean isToPause() {
        return is(RunState.RUNNING) && mayAct();
    }

    /** True when the user may let it go on. */
    public boolean isToResume() {
        return (is(RunState.PAUSED) || is(RunState.FAILED)) && mayAct();
    }

    /** True when the user may end it. */
    public boolean isToCancel() {
        return mayAct()
                && EnumSet.of(RunState.RUNNING, RunState.PAUSED, RunState.FAILED, RunState.PREVIEWED)
                        .contains(run().state());
    }

    /** True when the user may have the failed tried again. */
    public boolean isToRetry() {
        return is(RunState.DONE) && mayAct() && run().progress().failed() > 0;
    }

    /** True when something waits that the user may let go. */
    public boolean isToSendNow() {
        return mayAct()
                && run().phase() == RunPhase.WORK
                && seen != null
                && seen.outcome().dispatches().heldUntil().isPresent();
    }

    /** True when the user may take it back. */
    public boolean isToRecall() {
        return mayAct() && run().mayBeRecalled() && run().progress().done() > 0;
    }

    private boolean is(RunState state) {
        return seen != null && run().state() == state;
    }

    private boolean mayAct() {
        return seen != null && caller.may(Permission.RUN_WRITE, run().order().groupPath());
    }

    private Run run() {
        return Objects.requireNonNull(seen).run();
    }
}
