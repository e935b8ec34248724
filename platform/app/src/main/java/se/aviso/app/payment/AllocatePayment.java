package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.aviso.access.Permission;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.invoice.RoundInvoices;
import se.aviso.app.invoice.SettleInvoices;
import se.aviso.app.payment.PaymentStore.NewAllocation;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantStore;
import se.aviso.app.web.WrittenAmount;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.payment.HandAllocation;
import se.aviso.payment.Match;
import se.aviso.payment.PaymentBooking;
import se.aviso.payment.SuspenseReason;

/**
 * Gives money that waits to the invoices that a person has chosen, or takes it back: allocation, ledger, settlement and
 * paid periods in one transaction.
 *
 * <p>It waits for the tenant's money as {@link BookPayments} does, so nobody gives the same money twice.
 */
@ApplicationScoped
@Transactional
public class AllocatePayment {
    @Inject
    TenantStore tenants;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    @Inject
    SuspenseStore suspense;

    @Inject
    FoundInvoiceStore invoices;

    @Inject
    PaymentStore payments;

    @Inject
    SettleInvoices settle;

    @Inject
    LedgerStore ledger;

    @Inject
    RoundInvoices rounds;

    @Inject
    LeftCharges charges;

    @Inject
    PaymentSettingStore settings;

    @Inject
    SuggestInvoices suggest;

    @Inject
    SuggestionHistoryStore history;

    /** An invoice that was chosen, and how much it is to get, {@code "300.00"}; without an amount, what it can take. */
    public record Wish(UUID invoiceId, Optional<String> amount) {}

    /**
     * Allocates as wished; what is over goes on waiting.
     *
     * @return the ids of the allocations
     * @throws RuleViolation when a rule forbids it, or payment or invoice are none of the caller's
     */
    public List<UUID> allocate(UUID paymentId, List<Wish> wishes) {
        var payment = locked(paymentId);
        var found = chosen(wishes);
        var match = HandAllocation.allocate(
                payment.waiting(),
                choices(wishes, found, payment),
                settings.read().tolerance());
        var today = businessDate.today();
        history.decide(
                paymentId,
                suggest.offered(payment, found),
                match.parts().stream().map(Match.Part::invoice).collect(Collectors.toSet()),
                today);
        var settled = match.movedTo(settle.acceptOffersAmong(
                match.parts().stream().map(Match.Part::invoice).toList(), today));
        var entry = LedgerStore.Booked.of(
                payment.waiting().seller(),
                PaymentBooking.allocation(payment.id(), settled.parts(), today, ledger.chart()));
        ledger.add(List.of(entry));
        var given = settled.rounding().map(part -> rounding(payment, part, today));
        var added = settled.parts().stream()
                .map(part -> new NewAllocation(Ids.next(), paymentId, part, entry.id()))
                .toList();
        payments.addAllocations(added, today);
        given.ifPresent(booked -> rounds.note(List.of(RoundInvoices.Rounding.of(
                added.get(added.size() - 1).id(), settled.rounding().orElseThrow(), booked))));
        suspense.record(payment.id(), settled.rest(), settled.reason());
        var received = amounts(settled.received());
        settle.receive(received, new SettleInvoices.On(payment.bookedOn(), today));
        charges.forgive(received.keySet(), today);
        told(Act.PAYMENT_ALLOCATED, payment, settled.parts());
        return added.stream().map(NewAllocation::id).toList();
    }

    /**
     * Undoes allocations of a payment by reversals; the money waits again.
     *
     * @throws RuleViolation when one is undone already, or they are none of the caller's
     */
    public void undo(UUID paymentId, Collection<UUID> allocations) {
        var payment = locked(paymentId);
        var known = suspense.allocations(paymentId, allocations);
        if (known.isEmpty() || known.size() < allocations.size()) {
            throw unknown();
        }
        var parts = known.stream().map(each -> each.allocation().givenBack()).toList();
        var today = businessDate.today();
        var entry = LedgerStore.Booked.of(
                payment.waiting().seller(),
                PaymentBooking.allocation(payment.id(), parts, today, ledger.chart())
                        .reversed(today));
        ledger.add(List.of(entry));
        suspense.reverse(paymentId, known, entry.id(), today);
        var given = parts.stream().map(Match.Part::amount).reduce(Money::plus).orElseThrow();
        suspense.record(payment.id(), payment.waiting().rest().plus(given), SuspenseReason.UNDONE);
        var back = amounts(parts.stream());
        rounds.undo(allocations, today).forEach((invoice, amount) -> back.merge(invoice, amount, Money::plus));
        settle.giveBack(back);
        charges.askAgain(back.keySet(), today);
        history.forget(List.of(paymentId));
        told(Act.ALLOCATION_UNDONE, payment, parts);
    }

    private void told(Act act, HeldPayment payment, List<Match.Part> parts) {
        var changes = parts.stream()
                .flatMap(part ->
                        Stream.of(Change.to(Field.INVOICE, part.invoice()), Change.to(Field.AMOUNT, part.amount())))
                .toList();
        trail.record(Deed.in(payment.waiting().seller(), act, payment.id().value(), changes));
    }

    /** The lock comes first: what was read before it may be old. */
    private HeldPayment locked(UUID payment) {
        tenants.lock(Tenancy.required(), "money-in");
        return suspense.find(payment, caller.pathsFor(Permission.PAYMENT_WRITE)).orElseThrow(AllocatePayment::unknown);
    }

    private List<FoundInvoice> chosen(List<Wish> wishes) {
        var ids = wishes.stream().map(Wish::invoiceId).toList();
        suspense.lockInvoices(ids);
        return invoices.read(ids, caller.pathsFor(Permission.INVOICE_READ));
    }

    private static List<HandAllocation.Choice> choices(
            List<Wish> wishes, List<FoundInvoice> found, HeldPayment payment) {
        return IntStream.range(0, wishes.size())
                .mapToObj(index -> choice(wishes.get(index), found, new Place(index, payment)))
                .toList();
    }

    private static HandAllocation.Choice choice(Wish wish, List<FoundInvoice> found, Place place) {
        var invoice = found.stream()
                .filter(each -> each.isMeantBy(wish.invoiceId()))
                .findFirst()
                .orElseThrow(AllocatePayment::unknown);
        return new HandAllocation.Choice(
                invoice.item(), invoice.seller(), wish.amount().map(place::money));
    }

    private LedgerStore.Booked rounding(HeldPayment payment, Match.Part part, LocalDate today) {
        var booked = LedgerStore.Booked.of(
                payment.waiting().seller(), PaymentBooking.rounding(payment.id(), part, today, ledger.chart()));
        ledger.add(List.of(booked));
        return booked;
    }

    private static Map<InvoiceId, Money> amounts(Stream<Match.Part> parts) {
        var amounts = new HashMap<InvoiceId, Money>();
        parts.forEach(part -> amounts.merge(part.invoice(), part.amount(), Money::plus));
        return amounts;
    }

    private static RuleViolation unknown() {
        return RuleViolation.of("not-found", Map.of());
    }

    private record Place(int index, HeldPayment payment) {
        Money money(String decimal) {
            return WrittenAmount.sent(
                    decimal, payment.waiting().rest().currency(), "/allocations/" + index + "/amount");
        }
    }
}
