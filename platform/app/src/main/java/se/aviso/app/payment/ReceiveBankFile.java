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
import java.util.stream.Stream;
import se.aviso.app.group.GroupStore;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.TenantStore;
import se.aviso.group.BillingField;
import se.aviso.group.BillingIdentity;
import se.aviso.group.Group;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Iban;
import se.aviso.kernel.PlusgiroNumber;
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
    GroupStore groups;

    @Inject
    OpenItemStore openItems;

    @Inject
    TenantStore tenants;

    @Inject
    BusinessDate businessDate;

    @Inject
    Clock clock;

    /** A kept file; known when its very bytes were kept before. */
    public record Received(UUID id, boolean known) {}

    /** Keeps the bytes before anybody reads them. */
    public Received receive(InputStream bytes, String name, String by, boolean rehearsal) throws IOException {
        var kept = vault.keep(bytes, name);
        return files.add(kept, by, rehearsal)
                .map(id -> new Received(id, false))
                .orElseGet(() ->
                        new Received(files.byHash(kept.sha256()).orElseThrow().id(), true));
    }

    /** The file of that id. */
    public BankFileRecord find(UUID id) {
        return files.find(id).orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
    }

    /** Files whose booking was broken off longer ago than that. */
    public List<UUID> unfinished(Duration age) {
        return files.unfinished(age);
    }

    /** Notes what the first pass has found. */
    public BankFileRecord prove(UUID id, String format, Proof proof, boolean rehearsal) {
        files.recordProof(id, format, proof.outcome(), rehearsal);
        return find(id);
    }

    /** The file is to be booked, whatever was asked for before; a crash from now on ends in a booking. */
    public BankFileRecord wishBooked(UUID id) {
        files.wishBooked(id);
        return find(id);
    }

    /** A file that was stopped is to be rehearsed; one whose booking goes on is not held up. */
    public BankFileRecord wishRehearsed(UUID id) {
        files.wishRehearsed(id);
        return find(id);
    }

    /** What the tenant allows in a bank file. */
    public ProvingSink.Rules rules() {
        var tenant = tenants.of(Tenancy.required());
        var wall = LocalDate.now(clock.withZone(tenant.zone()));
        var today = businessDate.today();
        var latest = (today.isAfter(wall) ? today : wall).plusDays(DAYS_AHEAD);
        var receivers = receivers();
        openItems
                .sellersAskedFor()
                .forEach((giro, seller) ->
                        receivers.putIfAbsent(giro, new Section.Receiver(seller, giro, List.of(giro.key()))));
        return new ProvingSink.Rules(
                tenant.demo(),
                latest,
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

    /** The account of one seller only: what came to an account that several share does not say to whom. */
    private static Map<GiroNumber, Section.Receiver> accounts(List<Holder> holders) {
        var shared = new HashMap<GiroNumber, Optional<Section.Receiver>>();
        for (var holder : holders) {
            Optional.ofNullable(holder.group().own().get(BillingField.IBAN))
                    .map(iban -> GiroNumber.of(new Iban(iban)))
                    .ifPresent(account -> shared.merge(
                            account, Optional.of(receiver(holder, account)), (one, other) -> Optional.empty()));
        }
        var accounts = new HashMap<GiroNumber, Section.Receiver>();
        shared.forEach((account, one) -> one.ifPresent(receiver -> accounts.put(account, receiver)));
        return accounts;
    }

    private static Section.Receiver receiver(Holder holder, GiroNumber giro) {
        return new Section.Receiver(
                holder.seller(),
                giro,
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
