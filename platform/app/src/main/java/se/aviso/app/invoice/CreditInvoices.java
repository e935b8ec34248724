package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.invoice.CreditNoteWriter.Written;
import se.aviso.app.member.PeriodStore;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantStore;
import se.aviso.invoice.CreditDraft;
import se.aviso.invoice.CreditNote;
import se.aviso.invoice.Creditable;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PeriodId;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RunId;

/**
 * Credits any number of claims, and withdraws offers: documents, ledger entries, settlements, credit balances, periods
 * and dispatches in one transaction, one statement for each table.
 *
 * <p>It waits for the tenant's money as bookings do, so that no payment settles what is being credited. Then
 * settlements are locked in order, before the series and the periods.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CreditInvoices {
    @Inject
    TenantStore tenants;

    @Inject
    SettlementStore settlements;

    @Inject
    CreditNoteStore creditNotes;

    @Inject
    CreditNoteWriter writer;

    @Inject
    SeriesStore series;

    @Inject
    LedgerStore ledger;

    @Inject
    PeriodStore periods;

    @Inject
    SettleInvoices settle;

    @Inject
    RoundInvoices rounds;

    /**
     * Why, on which day, and whether it is the recall of a run: then what the run billed is as if it had never been,
     * and may be billed again.
     */
    public record Cause(String reason, LocalDate today, Optional<RunId> recalled) {}

    /**
     * A credit note that was issued.
     *
     * @param kept so much of it went to the payer's credit balance
     */
    public record Credited(CreditNote note, GroupId group, Money kept) {}

    /**
     * What became of many documents.
     *
     * @param withdrawn the offers that nobody can take any more
     * @param passedOver the others, each with the code of why it cannot be credited
     */
    public record Outcome(List<Credited> credited, Set<UUID> withdrawn, Map<UUID, String> passedOver) {}

    /**
     * Credits all that is left of each claim, with what reminders of it have claimed and nobody has paid, and withdraws
     * each open offer. What cannot be is passed over.
     */
    public Outcome credit(Collection<UUID> documents, Cause cause) {
        return credit(documents, Creditable::whole, cause);
    }

    /** The same, of each claim as the rule says. */
    public Outcome credit(Collection<UUID> documents, Function<Creditable, CreditDraft> rule, Cause cause) {
        lock(documents);
        var withdrawn = withdraw(settlements.offersAmong(documents), cause);
        var passedOver = new HashMap<UUID, String>();
        var drafts = new ArrayList<Drafted>();
        for (var found : creditNotes.creditable(documents)) {
            var id = found.document().invoice().id().value();
            if (!withdrawn.contains(id)) {
                try {
                    drafts.add(new Drafted(found.document(), rule.apply(found.open())));
                } catch (RuleViolation refused) {
                    passedOver.put(id, refused.faults().get(0).code());
                }
            }
        }
        drafts.addAll(charges(drafts));
        return new Outcome(issue(drafts, cause), withdrawn, passedOver);
    }

    /**
     * Credits one claim as its rule says, and where nothing is left of it, what reminders of it have claimed and nobody
     * has paid.
     *
     * @param rule what to credit of what can be
     * @return the claim's own
     * @throws RuleViolation when it cannot be
     */
    public Credited credit(UUID claim, Function<Creditable, CreditDraft> rule, Cause cause) {
        lock(List.of(claim));
        var found = creditNotes.creditable(List.of(claim)).stream().findFirst().orElseThrow();
        var drafts = new ArrayList<>(List.of(new Drafted(found.document(), rule.apply(found.open()))));
        drafts.addAll(charges(drafts));
        return issue(drafts, cause).get(0);
    }

    /** What reminders of claims that go whole have claimed, and nobody has paid, goes with them. */
    private List<Drafted> charges(List<Drafted> drafts) {
        var open = new HashSet<>(settlements.openChargesOf(drafts.stream()
                .filter(each -> each.draft().whole())
                .map(Drafted::id)
                .toList()));
        drafts.forEach(each -> open.remove(each.id()));
        return creditNotes.creditable(open).stream()
                .filter(found -> !found.writtenOff())
                .map(found -> new Drafted(found.document(), found.creditable().whole()))
                .toList();
    }

    /** Withdraws an open offer; false when it was answered before. */
    public boolean withdraw(UUID offer, Cause cause) {
        lock(List.of(offer));
        return !withdraw(settlements.offersAmong(List.of(offer)), cause).isEmpty();
    }

    /**
     * Withdraws open offers because memberships on them end.
     *
     * @return the other memberships on them, whose periods may be offered again
     */
    public Set<UUID> withdrawFor(Collection<UUID> leaving, Collection<UUID> offers, Cause cause) {
        lock(offers);
        var open = settlements.offersAmong(offers);
        if (open.isEmpty()) {
            return Set.of();
        }
        close(open, cause);
        var on = periods.onInvoices(open);
        var others = on.stream()
                .map(PeriodStore.OfType::membership)
                .filter(membership -> !leaving.contains(membership))
                .collect(Collectors.toSet());
        takeBack(on, of -> others.contains(of.membership()));
        return others;
    }

    private void lock(Collection<UUID> documents) {
        tenants.lock(Tenancy.required(), "money-in");
        settlements.locked(documents);
    }

    private Set<UUID> withdraw(List<UUID> offers, Cause cause) {
        if (offers.isEmpty()) {
            return Set.of();
        }
        close(offers, cause);
        takeBack(periods.onInvoices(offers), of -> cause.recalled().isPresent());
        return Set.copyOf(offers);
    }

    private void close(List<UUID> offers, Cause cause) {
        settlements.withdrawn(offers, cause.today());
        writer.tellOfWithdrawn(offers);
    }

    private List<Credited> issue(List<Drafted> drafts, Cause cause) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        var ids = drafts.stream().map(Drafted::id).toList();
        rounds.takeBack(ids, cause.today());
        var before = settlements.locked(ids);
        var after = new HashMap<InvoiceId, Settlement>();
        drafts.forEach(each -> after.put(
                each.claim().invoice().id(),
                settlement(before, each).crediting(each.draft().total())));
        var written = numbered(drafts, before, after, cause.today());
        ledger.add(written.stream().flatMap(each -> each.booked().stream()).toList());
        writer.write(written, cause.reason(), cause.recalled());
        settlements.record(after);
        settle.shareOut(after, cause.today());
        settlements.creditedWhole(drafts.stream()
                .filter(each -> each.draft().whole())
                .map(Drafted::id)
                .toList());
        writer.keep(written, cause.today());
        writer.dispatch(written);
        movePeriods(drafts, after, cause);
        return written.stream()
                .map(each -> new Credited(each.note(), each.claim().buyer().group(), each.kept()))
                .toList();
    }

    /** Numbers in one block a seller, the sellers in order, so that two transactions never wait for each other. */
    private List<Written> numbered(
            List<Drafted> drafts,
            Map<InvoiceId, Settlement> before,
            Map<InvoiceId, Settlement> after,
            LocalDate today) {
        var next = new TreeMap<String, Long>();
        drafts.stream()
                .collect(Collectors.groupingBy(Drafted::series, TreeMap::new, Collectors.toList()))
                .forEach((key, of) -> next.put(
                        key,
                        series.takeNumbers(of.get(0).claim().seller().group(), InvoiceKind.CREDIT_NOTE, of.size())));
        var chart = ledger.chart();
        var written = new ArrayList<Written>(drafts.size());
        for (var each : drafts) {
            var number = next.merge(each.series(), 1L, Long::sum) - 1;
            var note = each.draft().issue(new InvoiceId(Ids.next()), number, today);
            var kept = settlement(after, each)
                    .kept()
                    .minus(settlement(before, each).kept());
            written.add(Written.of(each.claim(), note, kept, note.entry(kept, chart)));
        }
        return written;
    }

    /** Periods of which all was credited are withdrawn; the others of a claim that is settled thereby are paid. */
    private void movePeriods(List<Drafted> drafts, Map<InvoiceId, Settlement> after, Cause cause) {
        var withdrawn = new HashSet<UUID>();
        var settled = new HashSet<UUID>();
        for (var each : drafts) {
            each.draft().withdrawn().stream().map(PeriodId::value).forEach(withdrawn::add);
            if (!each.draft().whole() && settlement(after, each).open().isZero()) {
                each.claim().invoice().draft().lines().stream()
                        .flatMap(line -> line.period().stream())
                        .map(PeriodId::value)
                        .forEach(settled::add);
            }
        }
        settled.removeAll(withdrawn);
        takeBack(periods.byIds(withdrawn), of -> cause.recalled().isPresent());
        settle.pay(periods.byIds(settled), new SettleInvoices.On(cause.today(), cause.today()));
    }

    /** Those that may be billed again are as if they had never been offered. */
    private void takeBack(List<PeriodStore.OfType> of, Predicate<PeriodStore.OfType> again) {
        periods.record(
                of.stream()
                        .map(each -> again.test(each)
                                ? each.period().recalled()
                                : each.period().withdrawn())
                        .toList(),
                of.stream().map(PeriodStore.OfType::membership).toList());
    }

    private static Settlement settlement(Map<InvoiceId, Settlement> all, Drafted of) {
        return Optional.ofNullable(all.get(of.claim().invoice().id())).orElseThrow();
    }

    private record Drafted(InvoiceStore.Stored claim, CreditDraft draft) {
        UUID id() {
            return claim.invoice().id().value();
        }

        String series() {
            return claim.seller().group().toString();
        }
    }
}
