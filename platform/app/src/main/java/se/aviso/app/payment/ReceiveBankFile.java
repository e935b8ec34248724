package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.TenantStore;
import se.aviso.audit.Act;
import se.aviso.audit.Actor;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.group.BillingField;
import se.aviso.group.BillingIdentity;
import se.aviso.group.Group;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Iban;
import se.aviso.kernel.PlusgiroNumber;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.SwishNumber;

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
    FilesInReach reach;

    @Inject
    GroupStore groups;

    @Inject
    OpenItemStore openItems;

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
        var receivers = receivers();
        openItems
                .sellersAskedFor()
                .forEach((giro, seller) ->
                        receivers.putIfAbsent(giro, new Section.Receiver(seller, giro, giro, List.of(giro.key()))));
        var sellers = receivers.values().stream().map(Section.Receiver::seller).collect(Collectors.toSet());
        return new ProvingSink.Rules(
                tenant.demo(),
                latest,
                reach.receivable(files.handedBy(file), sellers),
                accounts -> accounts.stream()
                        .flatMap(giro -> Optional.ofNullable(receivers.get(giro)).stream())
                        .findFirst());
    }

    /** Who is paid through which number today. */
    private Map<GiroNumber, Section.Receiver> receivers() {
        var holders = groups.holdersOfGiros();
        var identities =
                groups.identitiesOnDocuments(holders.stream().map(Group::id).toList());
        var sellers = holders.stream()
                .map(holder -> new Holder(
                        holder,
                        Optional.ofNullable(identities.get(holder.id()))
                                .flatMap(BillingIdentity::seller)
                                .orElse(holder.id())))
                .toList();
        var receivers = new HashMap<>(accounts(sellers));
        for (var holder : sellers) {
            for (var giro : giros(holder.group())) {
                receivers.putIfAbsent(giro, receiver(holder, giro));
            }
        }
        return receivers;
    }

    /** A group with a number of its own, and the legal person that sells through it. */
    private record Holder(Group group, GroupId seller) {}

    /** Account and Swish number of one seller only: what came to one that several share does not say to whom. */
    private static Map<GiroNumber, Section.Receiver> accounts(List<Holder> holders) {
        var shared = new HashMap<GiroNumber, Optional<Section.Receiver>>();
        for (var holder : holders) {
            Stream.concat(account(holder.group()).stream(), swish(holder.group()).stream())
                    .forEach(number -> shared.merge(
                            number, Optional.of(receiver(holder, number)), (one, other) -> Optional.empty()));
        }
        var accounts = new HashMap<GiroNumber, Section.Receiver>();
        shared.forEach((account, one) -> one.ifPresent(receiver -> accounts.put(account, receiver)));
        return accounts;
    }

    private static Optional<GiroNumber> account(Group holder) {
        return Optional.ofNullable(holder.own().get(BillingField.IBAN)).map(iban -> GiroNumber.of(new Iban(iban)));
    }

    private static Optional<GiroNumber> swish(Group holder) {
        return Optional.ofNullable(holder.own().get(BillingField.SWISH))
                .map(digits -> GiroNumber.of(new SwishNumber(digits)));
    }

    private static Section.Receiver receiver(Holder holder, GiroNumber giro) {
        return new Section.Receiver(
                holder.seller(),
                giro,
                giro.kind() == GiroNumber.Kind.SWISH ? account(holder.group()).orElse(giro) : giro,
                giros(holder.group()).stream().map(GiroNumber::key).toList());
    }

    private static List<GiroNumber> giros(Group holder) {
        return Stream.of(
                        Optional.ofNullable(holder.own().get(BillingField.BANKGIRO))
                                .map(digits -> GiroNumber.of(new BankgiroNumber(digits))),
                        Optional.ofNullable(holder.own().get(BillingField.PLUSGIRO))
                                .map(digits -> GiroNumber.of(new PlusgiroNumber(digits))))
                .flatMap(Optional::stream)
                .toList();
    }
}
