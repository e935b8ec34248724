package se.aviso.app.run;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
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
import se.aviso.dispatch.DispatchState;
import se.aviso.kernel.RunId;

/** Asks once more before all of a run is taken back, and says who will hear of it. */
@Named
@ViewScoped
@Screen(path = "/run/recall.xhtml", needs = Permission.RUN_WRITE)
public class RunRecallView implements Serializable {
    private static final UUID NONE = new UUID(0, 0);

    @Inject
    transient RecallRun recall;

    @Inject
    RunAtHand atHand;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private UUID id = NONE;
    private String reason = "";

    @PostConstruct
    void load() {
        id = address.id("id").orElse(NONE);
        if (getSeen() == null) {
            Absent.answer();
        }
    }

    /** Begins the recall, and shows how it goes. */
    public @Nullable String recall() {
        var begun =
                notices.attempt(() -> recall.recall(new RunId(id), Optional.of(reason)), texts.get("run.notRecalled"));
        if (begun) {
            notices.done(texts.get("run.recalled"));
        }
        return begun ? "/run/detail.xhtml?faces-redirect=true&id=" + id : null;
    }

    /** The run as it is now; null where there is none. */
    public FindRuns.@Nullable Seen getSeen() {
        return atHand.find(id).orElse(null);
    }

    /** How many of its mailings have left the house, or may have. */
    public long getLeft() {
        var seen = getSeen();
        return seen == null
                ? 0
                : Arrays.stream(DispatchState.values())
                        .filter(DispatchState::mayHaveLeft)
                        .mapToLong(state -> seen.outcome().dispatches().count(state))
                        .sum();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
