package se.aviso.app.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.aviso.app.payment.SurveyBankFile;
import se.aviso.app.payment.Vault;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenant.TenantProfile;
import se.aviso.app.tenant.TenantStore;
import se.aviso.kernel.RuleViolation;

/** The short transactions round a file that came for whoever it belongs to. */
@ApplicationScoped
@Transactional
public class KeepPickedFile {
    @Inject
    Vault vault;

    @Inject
    PickedFileStore files;

    @Inject
    BankSourceStore sources;

    @Inject
    TenantStore tenants;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** The bytes came before: their copy is not kept. */
    static final class KnownException extends RuntimeException {
        private final transient UUID file;

        KnownException(UUID file) {
            super("known bytes: picked up file " + file);
            this.file = file;
        }

        UUID file() {
            return file;
        }
    }

    /**
     * Keeps the bytes before anybody reads them.
     *
     * @throws KnownException when they came before; the transaction, and the copy with it, is undone
     */
    UUID keep(InputStream bytes, Came came) throws IOException {
        var kept = vault.keep(bytes, came.name());
        var added = files.add(kept, came, clock.instant());
        if (added.isEmpty()) {
            throw new KnownException(files.known(kept.sha256(), came));
        }
        sources.came(came.source(), came.name(), clock.instant());
        return added.get();
    }

    PickedFile find(UUID id) {
        return files.find(id).orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
    }

    List<PickedFile.Part> parts(UUID id) {
        return files.parts(id);
    }

    Vault.Kept bytes(PickedFile file) {
        return vault.kept(file.vaultId());
    }

    List<UUID> unfinished(Duration age) {
        return files.unfinished(clock.instant().minus(age));
    }

    void surveyed(UUID id, SurveyBankFile.Survey survey) {
        files.surveyed(id, survey);
    }

    void assign(UUID id, Map<Integer, UUID> receivers) {
        files.assign(id, receivers);
    }

    void state(UUID id, PickedState state) {
        files.state(id, state);
    }

    /** Notes, in the thread's tenant, by which source money came to it. */
    void serves(UUID source) {
        files.serves(sql, source, clock.instant());
    }

    List<TenantProfile> tenants() {
        return tenants.all();
    }
}
