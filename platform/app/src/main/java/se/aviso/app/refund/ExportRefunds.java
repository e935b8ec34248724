package se.aviso.app.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.invoice.SwedishBankDays;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantStore;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.group.BillingField;
import se.aviso.group.BillingIdentity;
import se.aviso.group.Group;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Iban;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.refund.CreditTransfer;
import se.aviso.refund.RefundRules;
import se.aviso.refund.RefundState;
import se.aviso.refund.StatusReport;

/** Puts a seller's approved refunds into a file for its bank, and takes the bank's answers. */
@ApplicationScoped
@Transactional
public class ExportRefunds {
    private static final int MOST = 1_000;
    private static final int LATEST_DAYS = 60;

    @Inject
    TenantStore tenants;

    @Inject
    RefundStore refunds;

    @Inject
    RefundExportStore exports;

    @Inject
    SettleRefunds settle;

    @Inject
    GroupStore groups;

    @Inject
    SwedishBankDays bankDays;

    @Inject
    BusinessDate businessDate;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /**
     * What is to be sent.
     *
     * @param refundIds which of the approved; left out, all, at most a thousand
     * @param executionOn the bank's day; left out, the next one
     */
    public record Wish(UUID sellerGroupId, Optional<List<UUID>> refundIds, Optional<LocalDate> executionOn) {}

    /** What an answer of the bank came to. */
    public record Outcome(int paid, int failed, int underWay) {}

    /** Makes the file; the same bytes stand in it whenever it is fetched. */
    public UUID export(Wish wish) {
        tenants.lock(Tenancy.required(), "money-in");
        var seller = seller(wish.sellerGroupId());
        var on = day(wish.executionOn());
        var chosen = chosen(seller.id(), wish.refundIds());
        var debtor = debtor(seller);
        var id = Ids.next();
        var messageId = id.toString().replace("-", "");
        var payments = chosen.stream().map(ExportRefunds::payment).toList();
        var madeAt = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var order = new CreditTransfer.Order(messageId, madeAt, debtor, on, payments);
        var total = chosen.stream().map(Refund::amount).reduce(Money::plus).orElseThrow();
        exports.add(
                new RefundExportStore.Made(
                        id, seller.id(), messageId, businessDate.today(), caller.name(), on, chosen.size(), total),
                CreditTransfer.write(order));
        refunds.export(chosen, id);
        var changes = List.of(Change.to(Field.RECIPIENTS, chosen.size()), Change.to(Field.AMOUNT, total));
        trail.record(Deed.in(seller.id(), Act.REFUNDS_EXPORTED, seller.id().value(), changes));
        return id;
    }

    /**
     * Takes an answer of the bank: what it refuses fails, what it has carried out is paid today; what is said again
     * changes nothing.
     */
    public Outcome answer(UUID export, byte[] answer) {
        tenants.lock(Tenancy.required(), "money-in");
        var made =
                exports.find(export, caller.pathsFor(Permission.PAYMENT_WRITE)).orElseThrow(HttpProblem::notFound);
        var report = StatusReport.read(answer);
        if (!report.messageId().equals(made.messageId())) {
            throw other(report);
        }
        return take(made, report);
    }

    /** The same of an answer whose message id says which file it is to. */
    Outcome answer(byte[] answer) {
        tenants.lock(Tenancy.required(), "money-in");
        var report = StatusReport.read(answer);
        var made = exports.called(report.messageId(), caller.pathsFor(Permission.PAYMENT_WRITE))
                .orElseThrow(() -> other(report));
        return take(made, report);
    }

    private static RuleViolation other(StatusReport report) {
        return RuleViolation.of("refund-answer-other", Map.of("messageId", report.messageId()));
    }

    /** The bank never had the file: what stands in it may go into another, or be called off. */
    public void withdraw(UUID export) {
        tenants.lock(Tenancy.required(), "money-in");
        var made =
                exports.find(export, caller.pathsFor(Permission.PAYMENT_WRITE)).orElseThrow(HttpProblem::notFound);
        var inFile = refunds.ofExport(export);
        RefundRules.requireWithdrawable(
                made.withdrawnOn().isPresent(),
                made.answeredOn().isPresent(),
                inFile.stream().map(Refund::state).toList());
        exports.withdraw(export, caller.name(), businessDate.today());
        refunds.approvedAgain(inFile);
        var seller = new GroupId(made.sellerGroupId());
        var changes = List.of(Change.to(Field.RECIPIENTS, inFile.size()));
        trail.record(Deed.in(seller, Act.REFUND_FILE_WITHDRAWN, seller.value(), changes));
    }

    private Outcome take(RefundExportStore.Export made, StatusReport report) {
        if (made.withdrawnOn().isPresent()) {
            throw RuleViolation.of("refund-answer-withdrawn", Map.of());
        }
        exports.answered(made.id(), businessDate.today());
        var counts = new EnumMap<StatusReport.Verdict, Integer>(StatusReport.Verdict.class);
        for (var refund : refunds.ofExport(made.id())) {
            report.of(refund.reference())
                    .filter(said -> take(refund, said))
                    .ifPresent(said -> counts.merge(said.verdict(), 1, Integer::sum));
        }
        return new Outcome(
                counts.getOrDefault(StatusReport.Verdict.DONE, 0),
                counts.getOrDefault(StatusReport.Verdict.REFUSED, 0),
                counts.getOrDefault(StatusReport.Verdict.UNDER_WAY, 0));
    }

    /** False when it changes nothing. */
    private boolean take(Refund refund, StatusReport.Said said) {
        var open = refund.state().isOwed();
        return switch (said.verdict()) {
            case UNDER_WAY -> open;
            case DONE -> {
                if (open) {
                    settle.pay(refund, businessDate.today());
                }
                yield open;
            }
            case REFUSED -> {
                var refusable = open || refund.state() == RefundState.PAID;
                if (refusable) {
                    settle.fail(refund, said.reason());
                }
                yield refusable;
            }
        };
    }

    private List<Refund> chosen(GroupId seller, Optional<List<UUID>> wanted) {
        var approved = refunds.approved(seller, MOST).stream()
                .filter(refund -> wanted.map(ids -> ids.contains(refund.id())).orElseGet(() -> isInKronor(refund)))
                .toList();
        var found = approved.stream().map(Refund::id).collect(Collectors.toSet());
        Set<UUID> missing = new HashSet<>(wanted.orElse(List.of()));
        missing.removeAll(found);
        if (!missing.isEmpty()) {
            throw RuleViolation.at("/refundIds", "refund-not-exportable", Map.of());
        }
        if (approved.isEmpty()) {
            throw RuleViolation.of("refund-nothing-to-export", Map.of());
        }
        if (!approved.stream().allMatch(ExportRefunds::isInKronor)) {
            throw RuleViolation.at("/refundIds", "refund-currency", Map.of());
        }
        return approved;
    }

    /** Others are paid by hand, and hinder no file. */
    private static boolean isInKronor(Refund refund) {
        return refund.amount().currency().getCurrencyCode().equals("SEK");
    }

    private LocalDate day(Optional<LocalDate> wished) {
        var today = businessDate.today();
        var day = wished.orElseGet(() -> bankDays.onOrAfter(today));
        if (day.isBefore(today) || day.isAfter(today.plusDays(LATEST_DAYS)) || !bankDays.isBankDay(day)) {
            throw RuleViolation.at("/executionOn", "refund-execution-day", Map.of());
        }
        return day;
    }

    /** Pays from its IBAN where it has one: the account itself; else from its giro number. */
    private CreditTransfer.Debtor debtor(Group seller) {
        var identity = Optional.ofNullable(
                        groups.identitiesOnDocuments(List.of(seller.id())).get(seller.id()))
                .orElseThrow();
        var account = identity.value(BillingField.IBAN)
                .map(iban -> GiroNumber.of(Iban.parse(iban)))
                .or(identity::giro)
                .orElseThrow(() -> RuleViolation.at("/sellerGroupId", "no-account", Map.of()));
        return new CreditTransfer.Debtor(name(identity), identity.text(BillingField.ORGANISATION_NUMBER), account);
    }

    private static String name(BillingIdentity identity) {
        return identity.text(BillingField.NAME);
    }

    private static CreditTransfer.Payment payment(Refund refund) {
        var text = refund.note().isEmpty() ? "Återbetalning" : refund.note();
        return new CreditTransfer.Payment(
                refund.reference(),
                refund.amount(),
                refund.payee().name(),
                refund.payee().account(),
                text);
    }

    private Group seller(UUID id) {
        return groups.find(new GroupId(id))
                .filter(group ->
                        caller.may(Permission.PAYMENT_WRITE, group.place().path()))
                .orElseThrow(() -> RuleViolation.at("/sellerGroupId", "unknown-group", Map.of()));
    }
}
