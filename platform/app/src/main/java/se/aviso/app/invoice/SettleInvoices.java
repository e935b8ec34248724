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
import java.util.UUID;
import java.util.function.Predicate;
import se.aviso.app.member.MembershipTypeStore;
import se.aviso.app.member.PeriodStore;
import se.aviso.app.share.BookShares;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.invoice.InvoiceDraft;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PeriodId;
import se.aviso.kernel.RuleViolation;
import se.aviso.member.MembershipPeriod;
import se.aviso.share.EarnedShares;

/** What follows when money is allocated: settlements, taken offers, paid periods, active members; in sets. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SettleInvoices {
    @Inject
    SettlementStore settlements;

    @Inject
    InvoiceStore documents;

    @Inject
    IssueInvoices invoices;

    @Inject
    CreditNoteStore creditNotes;

    @Inject
    PeriodStore periods;

    @Inject
    MembershipTypeStore types;

    @Inject
    BookShares shares;

    @Inject
    BusinessDate businessDate;

    /** The day of the settlement and the tenant's day. */
    public record On(LocalDate settledOn, LocalDate today) {}

    /** Issues the claims of those documents that are offers, for they are being settled; the claim for each offer. */
    public Map<InvoiceId, InvoiceId> acceptOffersAmong(Collection<InvoiceId> settled, LocalDate today) {
        var offers =
                settlements.offersAmong(settled.stream().map(InvoiceId::value).toList());
        if (offers.isEmpty()) {
            return Map.of();
        }
        var taken = documents.byIds(offers);
        var issued =
                invoices.issue(taken.stream().map(offer -> claim(offer, today)).toList(), today, Optional.empty());
        settlements.taken(
                taken.stream().map(offer -> offer.invoice().id().value()).toList(), today);
        var claims = new HashMap<InvoiceId, InvoiceId>();
        for (var each : issued) {
            claims.put(
                    each.order().delivery().offer().orElseThrow().id(),
                    each.invoice().id());
        }
        return claims;
    }

    /** Adds the amounts to the settlements; what is settled thereby becomes a paid period. */
    public void receive(Map<InvoiceId, Money> amounts, On days) {
        var after = added(amounts, days.settledOn());
        var settled = idsOf(after, settlement -> settlement.open().isZero());
        var credited = idsOf(
                after,
                settlement ->
                        settlement.open().isZero() && settlement.credited().isPositive());
        var withdrawn = new HashSet<PeriodId>();
        if (!credited.isEmpty()) {
            creditNotes
                    .creditable(credited)
                    .forEach(found -> withdrawn.addAll(found.creditable().withdrawn()));
        }
        pay(
                periods.onInvoices(settled).stream()
                        .filter(of -> !withdrawn.contains(of.period().id()))
                        .toList(),
                days);
    }

    private static List<UUID> idsOf(Map<InvoiceId, Settlement> all, Predicate<Settlement> wanted) {
        return all.entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(entry -> entry.getKey().value())
                .toList();
    }

    /**
     * Takes the amounts back; periods that nothing else has paid for are no longer paid.
     *
     * @throws RuleViolation when an invoice was credited since, and the payer's credit balance has the money
     */
    public void giveBack(Map<InvoiceId, Money> amounts) {
        var negative = new HashMap<InvoiceId, Money>();
        amounts.forEach((invoice, amount) -> negative.put(invoice, amount.negated()));
        var after = added(negative, businessDate.today());
        if (after.values().stream().anyMatch(Settlement::isKeptTwice)) {
            throw RuleViolation.of("conflict-kept-for-payer", Map.of());
        }
        var reopened = idsOf(after, settlement -> settlement.open().isPositive());
        var unpaid = periods.paidByNoOther(reopened);
        periods.record(
                unpaid.stream().map(of -> of.period().unsettled()).toList(),
                unpaid.stream().map(PeriodStore.OfType::membership).toList());
    }

    private Map<InvoiceId, Settlement> added(Map<InvoiceId, Money> amounts, LocalDate on) {
        var before = settlements.locked(
                amounts.keySet().stream().map(InvoiceId::value).toList());
        var after = new HashMap<InvoiceId, Settlement>();
        before.forEach((id, settlement) -> after.put(
                id, settlement.receiving(Optional.ofNullable(amounts.get(id)).orElseThrow())));
        settlements.record(after);
        shareOut(after, on);
        return after;
    }

    /**
     * What other groups have earned of what is settled is owed to them; called whenever settlements change. What is
     * written off was never paid: it makes nobody's part of what was paid larger.
     */
    void shareOut(Map<InvoiceId, Settlement> settled, LocalDate on) {
        var off = settlements.writtenOff(
                settled.keySet().stream().map(InvoiceId::value).toList());
        var paid = new HashMap<InvoiceId, EarnedShares>();
        settled.forEach((id, now) -> {
            var credited = now.credited()
                    .minus(off.getOrDefault(id, Money.zero(now.claimed().currency())));
            paid.put(id, new EarnedShares(now.claimed(), credited, now.received()));
        });
        shares.follow(paid, on);
    }

    /** What costs nothing is settled as it is issued: its periods are paid. */
    void free(List<IssueInvoices.Issued> issued, LocalDate today) {
        var free = issued.stream()
                .map(IssueInvoices.Issued::invoice)
                .filter(invoice -> invoice.draft().kind() == InvoiceKind.CLAIM
                        && invoice.total().isZero())
                .map(invoice -> invoice.id().value())
                .toList();
        if (!free.isEmpty()) {
            pay(periods.onInvoices(free), new On(today, today));
        }
    }

    /** Periods that have been settled are paid. */
    void pay(List<PeriodStore.OfType> settled, On days) {
        var all = types.all();
        var paid = new ArrayList<MembershipPeriod>();
        var touched = new ArrayList<UUID>();
        for (var of : settled) {
            var rule = Optional.ofNullable(all.get(of.type())).orElseThrow().periods();
            paid.add(of.settled(rule, days.settledOn(), days.today()));
            touched.add(of.membership());
        }
        periods.record(paid, touched);
    }

    private static InvoiceOrder claim(InvoiceStore.Stored offer, LocalDate today) {
        InvoiceDraft draft = offer.invoice().acceptance(today);
        var of = new InvoiceOrder.Offer(
                offer.invoice().id(), offer.invoice().numbering().ocr());
        return new InvoiceOrder(
                draft,
                offer.seller(),
                offer.buyer(),
                offer.snapshot(),
                new InvoiceOrder.Delivery(Optional.empty(), Optional.of(of)));
    }
}
