package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows the bank files of the tenant, to those who may hand them in. */
@ApplicationScoped
@Transactional
public class FindBankFiles {
    private static final UUID BEHIND_ALL = new UUID(-1L, -1L);

    @Inject
    BankFileStore files;

    /** The newest files, before the given one. */
    public List<BankFileRecord> newest(int limit, Optional<UUID> before) {
        return files.newest(limit, before.orElse(BEHIND_ALL));
    }

    /** The file of that id, if the tenant has it. */
    public Optional<BankFileRecord> find(UUID id) {
        return files.find(id);
    }
}
