package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.TenantStore;
import se.aviso.audit.Act;
import se.aviso.audit.Actor;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.kernel.RuleViolation;

/** The short transactions round a bank file: keep it, note what it is, say whose its accounts are. */
@ApplicationScoped
@Transactional
public class ReceiveBankFile {
    private static final int DAYS_AHEAD = 10;

    @Inject
    Vault vault;

    @Inject
    BankFileStore files;

    @Inject
    SharedFileStore shared;

    @Inject
    FilesInReach reach;

    @Inject
    FindReceivers receivers;

    @Inject
    TenantStore tenants;

    @Inject
    BusinessDate businessDate;

    @Inject
    Clock clock;

    @Inject
    AuditTrail trail;

    /** A kept file; known when its very bytes were kept before. */
    public record Received(UUID id, boolean known) {}

    /** Keeps the bytes before anybody reads them. */
    public Received receive(InputStream bytes, ImportBankFile.Handed handed) throws IOException {
        var kept = vault.keep(bytes, handed.name());
        return files.add(kept, handed)
                .map(id -> told(Act.BANK_FILE_RECEIVED, id, handed.by().user()))
                .map(id -> new Received(id, false))
                .orElseGet(() -> known(kept.sha256(), handed.by().user()));
    }

    /** Whoever holds the bytes learns that they are here, and of what they did only what is theirs. */
    private Received known(String sha256, Optional<UUID> user) {
        var id = files.byHash(sha256).orElseThrow().id();
        requireReach(id, user, "bank-file-of-others");
        return new Received(id, true);
    }

    /**
     * Notes bytes that came for several and were kept before.
     *
     * @param sections those that the tenant gets, by {@link Section#identity}
     */
    Received receiveShared(Vault.Kept kept, String name, Set<String> sections) {
        var received = shared.add(kept, name)
                .map(id -> told(Act.BANK_FILE_RECEIVED, id, Optional.empty()))
                .map(id -> new Received(id, false))
                .orElseGet(() -> new Received(shared.byHash(kept.sha256()).orElseThrow(), true));
        shared.share(received.id(), sections);
        return received;
    }

    private void requireReach(UUID id, Optional<UUID> user, String code) {
        var foreign = user.map(reach::ofWhoHandsIn)
                .filter(criteria ->
                        files.newest(criteria.and("b.id = ?", id), 1).isEmpty());
        if (foreign.isPresent()) {
            throw RuleViolation.of(code, Map.of());
        }
    }

    /** The file of that id. */
    public BankFileRecord find(UUID id) {
        return files.find(id).orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
    }

    /** Files whose booking was broken off longer ago than that. */
    public List<UUID> unfinished(Duration age) {
        return files.unfinished(age);
    }

    /** True when what a booked file told of again may stand nowhere any more, because another was undone. */
    public boolean isOvertaken(UUID id) {
        return files.anyUndoneSince(id);
    }

    /** Notes what the first pass has found. */
    public BankFileRecord prove(UUID id, String format, Proof proof, boolean rehearsal) {
        files.recordProof(id, format, proof.outcome(), rehearsal);
        if (proof.isSound()) {
            files.recordSellers(id, proof.sellers());
        }
        return find(id);
    }

    /** Notes that a file cannot be trusted. */
    BankFileRecord stop(UUID id, List<BankFileRecord.Fault> faults) {
        files.recordProof(
                id,
                "",
                new BankFileRecord.Outcome(BankFileState.QUARANTINED, List.of(), faults, BankFileRecord.Counts.NONE),
                false);
        return find(id);
    }

    /** The file is to be booked, whatever was asked for before; a crash from now on ends in a booking. */
    public BankFileRecord wishBooked(UUID id, Optional<UUID> user) {
        requireReach(id, user, "bank-file-beyond-own"); // to read a file is not to hand it in
        files.handedBy(id, user);
        files.wishBooked(id);
        told(Act.BANK_FILE_BOOKED, id, user);
        return find(id);
    }

    /**
     * Puts a stopped or only rehearsed file away; twice is as good as once. Its bytes stay, and handed in anew it is
     * read as if it came for the first time.
     *
     * @throws RuleViolation when it is booked or about to be, or brings money to others
     */
    public BankFileRecord discard(UUID id, Optional<UUID> user) {
        requireReach(id, user, "bank-file-beyond-own");
        if (files.discard(id)) {
            told(Act.BANK_FILE_DISCARDED, id, user);
        } else if (find(id).outcome().state() != BankFileState.DISCARDED) { // booked, or undone since
            throw RuleViolation.of("conflict-bank-file-booked", Map.of());
        }
        return find(id);
    }

    private UUID told(Act act, UUID file, Optional<UUID> user) {
        trail.record(user.map(Actor::user).orElse(Actor.AVISO), Deed.ofTenant(act, file, List.of()));
        return file;
    }

    /** A file that was stopped is to be rehearsed; one whose booking goes on is not held up. */
    public BankFileRecord wishRehearsed(UUID id, Optional<UUID> user) {
        files.handedBy(id, user);
        files.wishRehearsed(id);
        return find(id);
    }

    /** What the tenant allows in that bank file: money to groups within reach of who handed it in. */
    public ProvingSink.Rules rules(UUID file) {
        var tenant = tenants.of(Tenancy.required());
        var wall = LocalDate.now(clock.withZone(tenant.zone()));
        var today = businessDate.today();
        var latest = (today.isAfter(wall) ? today : wall).plusDays(DAYS_AHEAD);
        var receivers = this.receivers.all();
        var sellers = receivers.values().stream().map(Section.Receiver::seller).collect(Collectors.toSet());
        return new ProvingSink.Rules(
                tenant.demo(),
                latest,
                reach.receivable(files.handedBy(file), sellers),
                accounts -> accounts.stream()
                        .flatMap(giro -> Optional.ofNullable(receivers.get(giro)).stream())
                        .findFirst(),
                shared.sections(file));
    }
}
