package se.aviso.app.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.payment.Vault;

/** Shows operators the files that came for whoever they belong to, their sections, and their bytes. */
@ApplicationScoped
@Transactional
public class FindPickedFiles {
    private static final Set<PickedState> WAITING = EnumSet.of(PickedState.WAITING, PickedState.QUARANTINED);

    @Inject
    PickedFileStore files;

    @Inject
    Vault vault;

    /** The newest files, before one where a page begins behind it; all, or those that wait for an operator. */
    public List<PickedFile> newest(boolean waiting, Optional<UUID> before, int limit) {
        return files.newest(waiting ? WAITING : EnumSet.allOf(PickedState.class), before, limit);
    }

    /** One of them. */
    public Optional<PickedFile> find(UUID id) {
        return files.find(id);
    }

    /** Its sections, in the order of the file. */
    public List<PickedFile.Part> parts(UUID id) {
        return files.parts(id);
    }

    /** A piece of its bytes, counted from 0; empty behind the last. */
    public Optional<byte[]> piece(PickedFile file, int position) {
        return vault.piece(file.vaultId(), position);
    }
}
