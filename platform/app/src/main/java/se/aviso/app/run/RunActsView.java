package se.aviso.app.run;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import java.util.function.Function;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Texts;
import se.aviso.kernel.RunId;

/** What can be done with the run that is looked at; each act is harmless when it is sent twice. */
@Named
@ViewScoped
public class RunActsView implements Serializable {
    private static final UUID NONE = new UUID(0, 0);

    @Inject
    transient SteerRun steer;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private UUID id = NONE;

    @PostConstruct
    void load() {
        id = address.id("id").orElse(NONE);
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

    private String act(Function<RunId, Run> work, String done) {
        if (notices.attempt(() -> work.apply(new RunId(id)), texts.get("run.not"))) {
            notices.done(texts.get(done));
        }
        return "/run/detail.xhtml?faces-redirect=true&id=" + id;
    }
}
