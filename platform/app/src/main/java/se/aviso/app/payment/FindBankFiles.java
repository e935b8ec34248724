package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.payment.EntryPreview;

/** Shows the bank files of the tenant, to those who may hand them in. */
@ApplicationScoped
@Transactional
public class FindBankFiles {
    private static final UUID BEHIND_ALL = new UUID(-1L, -1L);

    @Inject
    BankFileStore files;

    @Inject
    LedgerStore ledger;

    /** The newest files, before the given one. */
    public List<BankFileRecord> newest(int limit, Optional<UUID> before) {
        return files.newest(limit, before.orElse(BEHIND_ALL));
    }

    /** The entries that its booking makes or made, in sums; one for each currency. */
    public List<EntryPreview> entries(BankFileRecord file) {
        return EntryPreview.of(EffectRow.toDomain(file.effects()), ledger.chart());
    }

    /** The file of that id, if the tenant has it. */
    public Optional<BankFileRecord> find(UUID id) {
        return files.find(id);
    }
}
