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
import se.aviso.group.Group;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.GiroNumber;
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
    TenantStore tenants;

    @Inject
    BusinessDate businessDate;

    @Inject
    Clock clock;

    /** A kept file; known when its very bytes were kept before. */
    public record Received(UUID id, boolean known) {}

    /** Keeps the bytes before anybody reads them. */
    public Received receive(InputStream bytes, String name, String by) throws IOException {
        var kept = vault.keep(bytes, name);
        return files.add(kept, by)
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
    public BankFileRecord prove(UUID id, String format, Proof proof) {
        files.recordProof(id, format, proof.outcome());
        return find(id);
    }

    /** What the tenant allows in a bank file. */
    public ProvingSink.Rules rules() {
        var tenant = tenants.of(Tenancy.required());
        var wall = LocalDate.now(clock.withZone(tenant.zone()));
        var today = businessDate.today();
        var latest = (today.isAfter(wall) ? today : wall).plusDays(DAYS_AHEAD);
        var receivers = receivers();
        return new ProvingSink.Rules(
                tenant.demo(),
                latest,
                accounts -> accounts.stream()
                        .flatMap(giro -> Optional.ofNullable(receivers.get(giro)).stream())
                        .findFirst());
    }

    private Map<GiroNumber, Section.Receiver> receivers() {
        var holders = groups.holdersOfGiros();
        var receivers = new HashMap<>(accounts(holders));
        for (var holder : holders) {
            for (var giro : giros(holder)) {
                receivers.putIfAbsent(giro, receiver(holder, giro));
            }
        }
        return receivers;
    }

    /** The account of one seller only: what came to an account that several share does not say to whom. */
    private static Map<GiroNumber, Section.Receiver> accounts(List<Group> holders) {
        var shared = new HashMap<GiroNumber, Optional<Section.Receiver>>();
        for (var holder : holders) {
            Optional.ofNullable(holder.own().get(BillingField.IBAN))
                    .map(iban -> GiroNumber.of(new Iban(iban)))
                    .ifPresent(account -> shared.merge(
                            account, Optional.of(receiver(holder, account)), (one, other) -> Optional.empty()));
        }
        var accounts = new HashMap<GiroNumber, Section.Receiver>();
        shared.forEach((account, one) -> one.ifPresent(receiver -> accounts.put(account, receiver)));
        return accounts;
    }

    private static Section.Receiver receiver(Group holder, GiroNumber giro) {
        return new Section.Receiver(
                holder.id(), giro, giros(holder).stream().map(GiroNumber::key).toList());
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
