package se.aviso.app.run;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.dispatch.DispatchState;
import se.aviso.kernel.RunId;

/** One run: what it would bring, how far it is, what it has brought; each act is harmless when it is sent twice. */
@Named
@ViewScoped
@Screen(path = "/run/detail.xhtml", needs = Permission.RUN_READ)
public class RunView implements Serializable {
    private static final UUID NONE = new UUID(0, 0);

    @Inject
    transient SteerRun steer;

    @Inject
    RunAtHand atHand;

    @Inject
    Address address;

    @Inject
    Caller caller;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private UUID id = NONE;

    @PostConstruct
    void load() {
        id = address.id("id").orElse(NONE);
        if (getSeen() == null) {
            Absent.answer();
        }
    }

    /** The run; null where there is none. */
    public FindRuns.@Nullable Seen getSeen() {
        return atHand.find(id).orElse(null);
    }

    /** The states of mailings that occur. */
    public List<DispatchState> getDispatchStates() {
        return atHand.find(id)
                .map(seen -> List.copyOf(seen.outcome().dispatches().counts().keySet()))
                .orElse(List.of());
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
        var cancellable = EnumSet.of(RunState.RUNNING, RunState.PAUSED, RunState.FAILED, RunState.PREVIEWED);
        return mayAct() && cancellable.stream().anyMatch(this::is);
    }

    /** True when the user may have the failed tried again. */
    public boolean isToRetry() {
        return is(RunState.DONE)
                && mayAct()
                && atHand.find(id)
                        .filter(seen -> seen.run().progress().failed() > 0)
                        .isPresent();
    }

    /** True when something waits that the user may let go. */
    public boolean isToSendNow() {
        return mayAct()
                && atHand.find(id)
                        .filter(seen -> seen.run().phase() == RunPhase.WORK
                                && seen.outcome().dispatches().heldUntil().isPresent())
                        .isPresent();
    }

    /** True when the user may take it back. */
    public boolean isToRecall() {
        return mayAct() && atHand.find(id).filter(FindRuns.Seen::recallable).isPresent();
    }

    private boolean is(RunState state) {
        return atHand.find(id).filter(seen -> seen.run().state() == state).isPresent();
    }

    private boolean mayAct() {
        return atHand.find(id)
                .filter(seen ->
                        caller.may(Permission.RUN_WRITE, seen.run().order().groupPath()))
                .isPresent();
    }

    /** Starts what was previewed. */
    @ActNeeds(Permission.RUN_WRITE)
    public String approve() {
        return act(steer::approve, "run.approved");
    }

    /** Stops it until it is resumed. */
    @ActNeeds(Permission.RUN_WRITE)
    public String pause() {
        return act(steer::pause, "run.paused");
    }

    /** Lets it go on. */
    @ActNeeds(Permission.RUN_WRITE)
    public String resume() {
        return act(steer::resume, "run.resumed");
    }

    /** Ends it; what is done stays. */
    @ActNeeds(Permission.RUN_WRITE)
    public String cancel() {
        return act(steer::cancel, "run.cancelled");
    }

    /** Tries the failed again. */
    @ActNeeds(Permission.RUN_WRITE)
    public String retry() {
        return act(steer::retry, "run.retried");
    }

    /** Lets go what waits. */
    @ActNeeds(Permission.RUN_WRITE)
    public String sendNow() {
        return act(steer::sendNow, "run.sentNow");
    }

    private String act(Consumer<RunId> work, String done) {
        if (notices.attempt(() -> work.accept(new RunId(id)), texts.get("run.not"))) {
            notices.done(texts.get(done));
        }
        return "/run/detail.xhtml?faces-redirect=true&id=" + id;
    }
}
