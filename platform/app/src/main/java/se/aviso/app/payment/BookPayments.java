package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.invoice.RoundInvoices;
import se.aviso.app.invoice.SettleInvoices;
import se.aviso.app.payment.PaymentStore.Matched;
import se.aviso.app.payment.PaymentStore.NewAllocation;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantStore;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;
import se.aviso.kernel.RuleViolation;
import se.aviso.payment.Foreseen;
import se.aviso.payment.Match;
import se.aviso.payment.PayerRule;
import se.aviso.payment.PaymentBooking;
import se.aviso.payment.SuspenseReason;
import se.aviso.payment.Twins;
import se.aviso.spi.bank.FormatName;

/**
 * Books a chunk of payments in one transaction: payment, matching, allocations, ledger, paid periods.
 *
 * <p>A tenant's money is booked by one transaction at a time; the bank's key lets no payment in twice from one format,
 * and {@link Twins} says which another format has brought.
 */
@ApplicationScoped
@Transactional
public class BookPayments {
    @Inject
    TenantStore tenants;

    @Inject
    BusinessDate businessDate;

    @Inject
    PaymentStore payments;

    @Inject
    SightingStore sightings;

    @Inject
    PaymentReferenceStore references;

    @Inject
    PayerWords words;

    @Inject
    DecidePayments decide;

    @Inject
    SettleInvoices settle;

    @Inject
    LedgerStore ledger;

    @Inject
    BankFileStore files;

    @Inject
    RoundInvoices rounds;

    @Inject
    LeftCharges charges;

    @Inject
    PaymentRuleStore rules;

    /** The file that payments stand in, and the format that it has. */
    public record Source(UUID file, FormatName format) {}

    /** Books those of the chunk that were not booked before, from this file, another, or one of another format. */
    public void book(Source source, Chunk chunk) {
        tenants.lock(Tenancy.required(), "money-in");
        requireNotUndone(source.file());
        var decided = decide.decide(source, chunk.payments(), Foreseen.nothing());
        files.addProblems(source.file(), decided.contradictions());
        sightings.add(source, decided.seen());
        var fresh = decided.matched().stream().map(Matched::payment).toList();
        var added = payments.add(source, fresh);
        if (added.size() != fresh.size()) {
            throw new IllegalStateException("payments came in beside the lock, file " + source.file());
        }
        references.add(added);
        var today = businessDate.today();
        var matched = claims(decided.matched(), today);
        payments.addStates(matched);
        words.add(matched);
        rules.used(byRule(matched), today);
        record(matched, today);
        files.count(source.file(), counts(matched, decided.seen().size()));
        files.addEffects(source.file(), chunk.number(), decided.lines());
    }

    /** A file may be undone while its bytes are read once more; nothing comes back under it then. */
    private void requireNotUndone(UUID file) {
        if (files.find(file).orElseThrow().outcome().state() == BankFileState.UNDONE) {
            throw RuleViolation.of("bank-file-undone", Map.of());
        }
    }

    /** Notes that all chunks of a file are booked. */
    public void finish(UUID file) {
        files.booked(file);
    }

    /** Offers that are settled become claims first; the money is allocated to the claim. */
    private List<Matched> claims(List<Matched> matched, LocalDate today) {
        var offers = matched.stream()
                .flatMap(each -> each.match().parts().stream())
                .map(Match.Part::invoice)
                .distinct()
                .toList();
        var claims = settle.acceptOffersAmong(offers, today);
        return matched.stream()
                .map(each -> new Matched(each.payment(), each.match().movedTo(claims), each.rule()))
                .toList();
    }

    private void record(List<Matched> matched, LocalDate today) {
        var chart = ledger.chart();
        var entries = new ArrayList<LedgerStore.Booked>();
        var allocations = new ArrayList<NewAllocation>();
        var roundings = new ArrayList<RoundInvoices.Rounding>();
        Map<LocalDate, Map<InvoiceId, Money>> received = new LinkedHashMap<>();
        for (var each : matched) {
            if (each.payment().payment().signed().isZero()) {
                continue;
            }
            var entry = entry(each, chart);
            entries.add(entry);
            var bookedOn = each.payment().payment().section().bookedOn();
            for (var part : each.match().parts()) {
                allocations.add(new NewAllocation(Ids.next(), each.payment().id(), part, entry.id()));
            }
            each.match().rounding().ifPresent(part -> {
                var given = rounding(each, part, chart);
                entries.add(given);
                var beside = allocations.get(allocations.size() - 1).id();
                roundings.add(RoundInvoices.Rounding.of(beside, part, given));
            });
            var day = received.computeIfAbsent(bookedOn, on -> new HashMap<>());
            each.match().received().forEach(part -> day.merge(part.invoice(), part.amount(), Money::plus));
        }
        ledger.add(entries);
        payments.addAllocations(allocations, today);
        rounds.note(roundings);
        received.forEach((day, amounts) -> settle.receive(amounts, new SettleInvoices.On(day, today)));
        received.values().forEach(amounts -> charges.forgive(amounts.keySet(), today));
    }

    private static Map<UUID, PayerRule.Id> byRule(List<Matched> matched) {
        var rules = new HashMap<UUID, PayerRule.Id>();
        matched.forEach(
                each -> each.rule().ifPresent(rule -> rules.put(each.payment().id(), rule)));
        return rules;
    }

    private static LedgerStore.Booked rounding(Matched matched, Match.Part part, ChartOfAccounts chart) {
        var payment = matched.payment().payment();
        return LedgerStore.Booked.of(
                payment.receiver().seller(),
                PaymentBooking.rounding(
                        new PaymentId(matched.payment().id()),
                        part,
                        payment.section().bookedOn(),
                        chart));
    }

    private static LedgerStore.Booked entry(Matched matched, ChartOfAccounts chart) {
        var payment = matched.payment().payment();
        return LedgerStore.Booked.of(
                payment.receiver().seller(),
                PaymentBooking.entry(
                        matched.payment().incoming(),
                        matched.match(),
                        payment.section().bookedOn(),
                        chart));
    }

    private static BankFileRecord.Counts counts(List<Matched> matched, int twins) {
        var whole = matched.stream()
                .filter(each -> each.match().reason() == SuspenseReason.NONE)
                .count();
        return new BankFileRecord.Counts(matched.size(), (int) whole, matched.size() - (int) whole, twins);
    }
}
