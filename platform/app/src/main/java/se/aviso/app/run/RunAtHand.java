package se.aviso.app.run;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RunId;

/** The runs that a page shows, asked once a request, however often the page names them. */
@RequestScoped
public class RunAtHand {
    @Inject
    FindRuns find;

    private final Map<UUID, Optional<FindRuns.Seen>> known = new HashMap<>();

    /** The run of that id, if the user may see it. */
    public Optional<FindRuns.Seen> find(UUID id) {
        return known.computeIfAbsent(id, this::ask);
    }

    private Optional<FindRuns.Seen> ask(UUID id) {
        try {
            return Optional.of(find.see(new RunId(id)));
        } catch (RuleViolation unknown) {
            return Optional.empty();
        }
    }
}
