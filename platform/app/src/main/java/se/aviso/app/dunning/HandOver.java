package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.invoice.FindInvoices;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantStore;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.PageRequest;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.dunning.CollectorFormat;
import se.aviso.dunning.DunningPolicy;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

/**
 * Hands unpaid claims over to a collector, as a file that is kept, and takes them back. A claim that is handed over is
 * reminded of no more; it is still paid to the same reference.
 */
@ApplicationScoped
@Transactional
public class HandOver {
    private static final int MOST = 1_000;
    private static final int LONGEST = 500;
    private static final int MOST_LEVELS = 9;

    @Inject
    CollectorStore store;

    @Inject
    DunningPolicyStore policies;

    @Inject
    DunningStore dunning;

    @Inject
    GroupStore groups;

    @Inject
    TenantStore tenants;

    @Inject
    FindInvoices invoices;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** What is asked for: the claims of a seller of which at least so many reminders were sent. */
    public record Wish(UUID sellerGroupId, CollectorFormat format, Optional<Integer> reminders) {}

    /** The name to save a file under. */
    static String name(CollectorStore.Export export) {
        var ending = export.format().name().toLowerCase(Locale.ROOT);
        return "inkasso-" + export.madeOn() + "-" + export.id().toString().substring(24) + "." + ending;
    }

    /** Makes the file and marks its claims; at most a thousand, the oldest first. */
    public CollectorStore.Export handOver(Wish wish) {
        tenants.lock(Tenancy.required(), "collector");
        var sought = sought(wish);
        var seller = sought.seller();
        var today = sought.today();
        var cases = store.ripe(sought, MOST);
        if (cases.isEmpty()) {
            throw nothing(store.waiting(sought));
        }
        var content = CollectorFile.write(
                wish.format(), cases.stream().map(CollectorStore.Ripe::asCase).toList());
        var id = Ids.next();
        store.add(
                id,
                new CollectorStore.Made(seller, wish.format(), today, caller.name()),
                cases,
                content,
                hash(content));
        trail.record(Deed.in(
                seller,
                Act.HANDED_TO_COLLECTOR,
                seller.value(),
                List.of(
                        Change.to(Field.RECIPIENTS, cases.size()),
                        Change.to(
                                Field.AMOUNT,
                                Money.ore(cases.stream()
                                        .mapToLong(CollectorStore.Ripe::open)
                                        .sum())))));
        return find(id).orElseThrow();
    }

    /** How many claims of the wish it is too early for. */
    public CollectorStore.Waiting waiting(Wish wish) {
        return store.waiting(sought(wish));
    }

    /**
     * The first day on which an invoice that the caller sees may be handed over; empty while it was never reminded of.
     */
    public Optional<LocalDate> from(UUID invoice) {
        if (invoices.find(invoice).isEmpty()) {
            return Optional.empty();
        }
        return dunning.seen(List.of(invoice), businessDate.today()).stream()
                .filter(seen -> seen.isClaim() && seen.open().isPositive())
                .findFirst()
                .flatMap(seen -> Optional.ofNullable(policies.all().get(seen.type()))
                        .flatMap(policy ->
                                policy.rule().handOverFrom(seen.history().reminded())));
    }

    private static RuleViolation nothing(CollectorStore.Waiting waiting) {
        return waiting.from()
                .map(from -> RuleViolation.of(
                        "hand-over-too-early",
                        Map.of("claims", Long.toString(waiting.claims()), "from", from.toString())))
                .orElseGet(() -> RuleViolation.of("nothing-to-hand-over", Map.of()));
    }

    private CollectorStore.Sought sought(Wish wish) {
        var seller = new GroupId(wish.sellerGroupId());
        var own = groups.find(seller)
                .filter(group ->
                        caller.may(Permission.INVOICE_WRITE, group.place().path()));
        if (own.isEmpty()) {
            throw RuleViolation.at("/sellerGroupId", "unknown-group", Map.of());
        }
        var reminders = wish.reminders().orElse(1);
        if (reminders < 1 || reminders > MOST_LEVELS) {
            throw RuleViolation.at("/reminders", "bad-level", Map.of());
        }
        return new CollectorStore.Sought(seller, reminders, rules(), businessDate.today());
    }

    private Map<Optional<MembershipTypeId>, DunningPolicy> rules() {
        var rules = new HashMap<Optional<MembershipTypeId>, DunningPolicy>();
        policies.all().forEach((type, policy) -> rules.put(type, policy.rule()));
        return rules;
    }

    /** The newest files of the caller's subtrees. */
    public List<CollectorStore.Export> page(PageRequest page) {
        return store.page(caller.pathsFor(Permission.INVOICE_WRITE), page);
    }

    /** One file's record. */
    public Optional<CollectorStore.Export> find(UUID id) {
        return store.find(id, caller.pathsFor(Permission.INVOICE_WRITE));
    }

    /** One file, byte by byte as it was handed over. */
    public Optional<byte[]> file(UUID id) {
        return find(id).map(export -> store.content(export.id())).filter(content -> content.length > 0);
    }

    /** True when an invoice that the caller sees is with a collector. */
    public boolean isWithCollector(UUID invoice) {
        return invoices.find(invoice).isPresent() && store.with(invoice).isPresent();
    }

    /** Takes a claim back: it is reminded of again, as its policy says. */
    public void takeBack(UUID invoice, String note) {
        var row = invoices.writable(invoice).orElseThrow(HttpProblem::notFound);
        var bare = note.strip();
        if (bare.isEmpty() || bare.length() > LONGEST) {
            throw RuleViolation.at("/note", "bad-note", Map.of());
        }
        if (!store.takeBack(invoice, businessDate.today(), bare)) {
            throw RuleViolation.of("conflict-not-handed-over", Map.of());
        }
        trail.record(Deed.in(new GroupId(row.groupId()), Act.TAKEN_FROM_COLLECTOR, invoice, List.of()));
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
