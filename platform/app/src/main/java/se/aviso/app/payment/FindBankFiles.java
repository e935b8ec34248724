package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.payment.EntryPreview;

/** Shows callers the bank files of their subtrees. */
@ApplicationScoped
@Transactional
public class FindBankFiles {
    private static final UUID BEHIND_ALL = new UUID(-1L, -1L);

    @Inject
    BankFileStore files;

    @Inject
    FilesInReach reach;

    @Inject
    LedgerStore ledger;

    @Inject
    Caller caller;

    /** The newest files, before the given one. */
    public List<BankFileRecord> newest(int limit, Optional<UUID> before) {
        return files.newest(inSight().and("b.id < ?", before.orElse(BEHIND_ALL)), limit);
    }

    /** The entries that its booking makes or made, in sums; one for each currency. */
    public List<EntryPreview> entries(BankFileRecord file) {
        return EntryPreview.of(EffectRow.toDomain(file.effects()), ledger.chart());
    }

    /** The file of that id, if it is in sight. */
    public Optional<BankFileRecord> find(UUID id) {
        return files.newest(inSight().and("b.id = ?", id), 1).stream().findFirst();
    }

    private Criteria inSight() {
        return reach.of(caller.userId(), caller.pathsFor(Permission.BANK_FILE_READ));
    }
}
