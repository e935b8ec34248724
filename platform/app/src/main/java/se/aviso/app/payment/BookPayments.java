package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.invoice.SettleInvoices;
import se.aviso.app.payment.PaymentStore.Identified;
import se.aviso.app.payment.PaymentStore.Matched;
import se.aviso.app.payment.PaymentStore.NewAllocation;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantStore;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;
import se.aviso.payment.IncomingPayment;
import se.aviso.payment.Match;
import se.aviso.payment.PaymentBooking;
import se.aviso.payment.Reconciliation;
import se.aviso.payment.ReferenceWords;
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
    OpenItemStore openItems;

    @Inject
    SettleInvoices settle;

    @Inject
    LedgerStore ledger;

    @Inject
    BankFileStore files;

    /** The file that payments stand in, and the format that it has. */
    public record Source(UUID file, FormatName format) {}

    /** Books those of the chunk that were not booked before, from this file, another, or one of another format. */
    public void book(Source source, List<SectionedPayment> chunk) {
        tenants.lock(Tenancy.required(), "money-in");
        files.addProblems(source.file(), contradictions(chunk));
        var unknown = sightings.unknown(chunk).stream()
                .map(each -> new Identified(Ids.next(), each, each.fingerprint()))
                .toList();
        var twins = sightings.twins(source.format(), unknown);
        var seen = twinsAmong(unknown, twins);
        sightings.add(source, seen);
        var others = unknown.stream().filter(each -> !seen.containsKey(each)).toList();
        var added = payments.add(source, others);
        references.add(added);
        var fresh = others.stream().filter(each -> added.contains(each.id())).toList();
        var today = businessDate.today();
        var matched = claims(match(fresh, twins), today);
        payments.addStates(matched);
        record(matched, today);
        files.count(source.file(), counts(matched, seen.size()));
    }

    /** What was booked stays booked; that the bank now says another amount is for a person to see. */
    private List<BankFileRecord.Fault> contradictions(List<SectionedPayment> chunk) {
        return sightings.contradicting(chunk).stream()
                .map(each -> new BankFileRecord.Fault(
                        each.payment().place().record(),
                        each.payment().place().byteOffset(),
                        "AMOUNT_DIFFERS",
                        "booked before with another amount; now "
                                + each.signed().toDecimal() + ", not booked"))
                .toList();
    }

    /** Those that another format has brought; all are asked before any is called a possible twin. */
    private static Map<Identified, PaymentId> twinsAmong(List<Identified> unknown, Twins twins) {
        var seen = new LinkedHashMap<Identified, PaymentId>();
        unknown.forEach(each -> twins.take(each.fingerprint()).ifPresent(booked -> seen.put(each, booked)));
        return seen;
    }

    /** Notes that all chunks of a file are booked. */
    public void finish(UUID file) {
        files.booked(file);
    }

    private List<Matched> match(List<Identified> fresh, Twins twins) {
        var giroKeys = new HashSet<String>();
        var words = new HashSet<String>();
        for (var each : fresh) {
            giroKeys.addAll(each.payment().receiver().giroKeys());
            each.payment().payment().references().stream()
                    .map(ReferenceWords::of)
                    .forEach(found -> {
                        words.addAll(found.exact());
                        words.addAll(found.inText());
                    });
        }
        var reconciliation = openItems.reconciliation(giroKeys, words);
        return fresh.stream()
                .map(each -> new Matched(each, match(each, reconciliation, twins)))
                .toList();
    }

    private static Match match(Identified each, Reconciliation reconciliation, Twins twins) {
        var payment = incoming(each);
        return !payment.amount().isZero() && twins.isPossible(each.fingerprint())
                ? Match.waiting(payment.amount(), SuspenseReason.POSSIBLE_TWIN)
                : reconciliation.match(payment);
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
                .map(each -> new Matched(each.payment(), each.match().movedTo(claims)))
                .toList();
    }

    private void record(List<Matched> matched, LocalDate today) {
        var chart = ledger.chart();
        var entries = new ArrayList<LedgerStore.Booked>();
        var allocations = new ArrayList<NewAllocation>();
        Map<LocalDate, Map<InvoiceId, Money>> received = new LinkedHashMap<>();
        for (var each : matched) {
            if (each.payment().payment().signed().isZero()) {
                continue;
            }
            var entry = entry(each, chart);
            entries.add(entry);
            var day =
                    received.computeIfAbsent(each.payment().payment().section().bookedOn(), on -> new HashMap<>());
            for (var part : each.match().parts()) {
                allocations.add(new NewAllocation(Ids.next(), each.payment().id(), part, entry.id()));
                day.merge(part.invoice(), part.amount(), Money::plus);
            }
        }
        ledger.add(entries);
        payments.addAllocations(allocations, today);
        received.forEach((day, amounts) -> settle.receive(amounts, new SettleInvoices.On(day, today)));
    }

    private static LedgerStore.Booked entry(Matched matched, ChartOfAccounts chart) {
        var payment = matched.payment().payment();
        return LedgerStore.Booked.of(
                payment.receiver().seller(),
                PaymentBooking.entry(
                        incoming(matched.payment()),
                        matched.match(),
                        payment.section().bookedOn(),
                        chart));
    }

    private static IncomingPayment incoming(Identified each) {
        return new IncomingPayment(
                new PaymentId(each.id()),
                each.payment().signed(),
                each.payment().payment().references());
    }

    private static BankFileRecord.Counts counts(List<Matched> matched, int twins) {
        var whole = matched.stream()
                .filter(each -> each.match().reason() == SuspenseReason.NONE)
                .count();
        return new BankFileRecord.Counts(matched.size(), (int) whole, matched.size() - (int) whole, twins);
    }
}
