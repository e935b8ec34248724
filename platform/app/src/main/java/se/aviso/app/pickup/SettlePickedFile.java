package se.aviso.app.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.RuleViolation;

/** What operators decide about a file of which something is nobody's. */
@ApplicationScoped
@Transactional
public class SettlePickedFile {
    private static final int LONGEST = 500;

    @Inject
    PickedFileStore files;

    @Inject
    AuditTrail trail;

    /**
     * Takes down that its sections are to be handed to those who have their numbers now; one that is stopped has none.
     */
    PickedFile handingOver(UUID id) {
        var file = file(id);
        if (file.state() == PickedState.QUARANTINED) {
            throw RuleViolation.of("conflict-shared-file-stopped", Map.of());
        }
        told(Act.SHARED_FILE_HANDED_OVER, file, Optional.empty());
        return file;
    }

    /** Puts a file aside that nobody is to get anything more of, and says why; it can be handed over still. */
    public PickedFile setAside(UUID id, String note) {
        var file = file(id);
        if (note.isBlank() || note.length() > LONGEST) {
            throw RuleViolation.at("/note", "bad-text", Map.of());
        }
        if (file.state() != PickedState.WAITING && file.state() != PickedState.QUARANTINED) {
            throw RuleViolation.of("conflict-shared-file-done", Map.of());
        }
        files.setAside(id, note.strip());
        told(Act.SHARED_FILE_SET_ASIDE, file, Optional.of(note.strip()));
        return file(id);
    }

    private PickedFile file(UUID id) {
        return files.find(id).orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
    }

    private void told(Act act, PickedFile file, Optional<String> reason) {
        trail.record(new Deed(
                act,
                Tenancy.required().value(),
                Optional.empty(),
                List.of(Change.to(Field.NAME, file.name())),
                reason));
    }
}
