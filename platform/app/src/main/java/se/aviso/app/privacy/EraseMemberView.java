package se.aviso.app.privacy;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
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
import se.aviso.kernel.RuleViolation;
import se.aviso.privacy.Erasure;

/** Says what an erasure takes away, what it leaves and what stands in its way, before it is done for good. */
@Named
@ViewScoped
@Screen(path = "/privacy/erase.xhtml", needs = Permission.MEMBER_ERASE)
public class EraseMemberView implements Serializable {
    @Inject
    transient EraseMember erase;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private @Nullable UUID id;
    private long version;
    private String name = "";
    private String reason = "";
    private transient EraseMember.@Nullable Plan plan;

    @PostConstruct
    void load() {
        address.id("id").flatMap(erase::plan).ifPresentOrElse(this::show, Absent::answer);
    }

    private void show(EraseMember.Plan found) {
        id = found.member().id().value();
        version = found.version();
        name = found.member().name().full();
        plan = found;
    }

    /** Erases, and shows the certificate; stays where something is in the way. */
    public @Nullable String erase() {
        var member = id;
        if (member == null) {
            return null;
        }
        var done = notices.attempt(
                () -> erase.erase(member, this::requireSame, Optional.ofNullable(reason)),
                texts.get("privacy.erase.not"));
        return done ? "/privacy/certificate.xhtml?faces-redirect=true&id=" + member : null;
    }

    private void requireSame(long current) {
        if (current != version) {
            throw RuleViolation.of("changed-meanwhile", Map.of());
        }
    }

    /** What it would do; asked anew where the page comes back. */
    private Optional<EraseMember.Plan> plan() {
        return Optional.ofNullable(plan).or(() -> Optional.ofNullable(id).flatMap(erase::plan));
    }

    /** What stands in the way. */
    public List<Erasure.Obstacle> getObstacles() {
        return plan().map(EraseMember.Plan::obstacles).orElse(List.of());
    }

    /** What goes and what stays. */
    public @Nullable Certificate getCertificate() {
        return plan().map(EraseMember.Plan::certificate).orElse(null);
    }

    /** The member; null for one who is not there. */
    public @Nullable UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
