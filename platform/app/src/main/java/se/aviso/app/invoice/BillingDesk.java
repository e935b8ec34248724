package se.aviso.app.invoice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.member.Member;
import se.aviso.app.member.Membership;
import se.aviso.app.member.MembershipType;
import se.aviso.app.member.PeriodStore;
import se.aviso.app.pricing.FamilyStore;
import se.aviso.app.pricing.PriceQuestion;
import se.aviso.app.tenant.Ids;
import se.aviso.dispatch.Cascade;
import se.aviso.dispatch.Channel;
import se.aviso.group.BillingField;
import se.aviso.invoice.BankDays;
import se.aviso.invoice.FamilyBill;
import se.aviso.invoice.FamilyCap;
import se.aviso.invoice.InvoiceDraft;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.MembershipBilling;
import se.aviso.invoice.Occasion;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.PeriodId;
import se.aviso.member.MembershipPeriod;
import se.aviso.member.PeriodState;
import se.aviso.member.RenewalPolicy;
import se.aviso.pricing.BilledBy;
import se.aviso.pricing.Charge;

/**
 * Asks the core, for all memberships of a chunk, what to bill, and puts families together; reads and writes nothing.
 */
final class BillingDesk {
    /** The code of those whose family is to be paid for by somebody who has died. */
    private static final String PAYER_DIED = "payer-died";

    /** The code of what only a seller who states its VAT number may bill. */
    static final String NO_VAT_NUMBER = "no-vat-number";

    private final BillingBooks books;
    private final BillMemberships.Order order;
    private final BankDays bankDays;
    private final Cascade cascade;
    private final Map<BillingBooks.Household, List<Ready>> families = new LinkedHashMap<>();
    private final Result result = new Result(new ArrayList<>(), new HashMap<>(), new HashMap<>());

    BillingDesk(BillingBooks books, BillMemberships.Order order, BankDays bankDays, Cascade cascade) {
        this.bankDays = bankDays;
        this.cascade = cascade;
        this.books = books;
        this.order = order;
    }

    /**
     * The periods to offer and the one invoice for them.
     *
     * @param household the family's part that is billed, where it is one's
     */
    record Prepared(
            List<PeriodStore.NewPeriod> periods, InvoiceOrder order, Optional<BillingBooks.Household> household) {
        /** Notes it, for those of the family that are billed after it. */
        void note(BillingBooks books) {
            var days = periods.stream().map(period -> period.period().days()).toList();
            household.ifPresent(
                    of -> books.note(of, FamilyBill.of(days, order.draft().lines())));
        }

        private List<Foreseen> foreseen(Set<UUID> asked) {
            var ids =
                    periods.stream().map(period -> period.membership().value()).toList();
            var carrier = ids.stream().filter(asked::contains).findFirst();
            return ids.stream()
                    .map(id -> Foreseen.comes(id, carrier.filter(id::equals).map(first -> Foreseen.Paper.of(order))))
                    .toList();
        }
    }

    /**
     * What to do for each membership.
     *
     * @param blocked those for whom something is missing, with the code of what
     * @param notDue those for whom nothing is due, with the code of why not
     */
    record Result(List<Prepared> prepared, Map<MembershipId, String> blocked, Map<MembershipId, String> notDue) {
        /** The same, told in advance, of those who were asked for and those who are billed with them. */
        List<Foreseen> foreseen(Set<UUID> asked) {
            var all = new ArrayList<Foreseen>();
            prepared.forEach(ready -> all.addAll(ready.foreseen(asked)));
            blocked.forEach((id, code) -> all.add(Foreseen.blocked(id.value(), code)));
            notDue.forEach((id, code) -> all.add(Foreseen.passedOver(id.value(), code)));
            all.removeIf(each -> each.verdict() != Foreseen.Verdict.COMES && !asked.contains(each.subject()));
            return all;
        }
    }

    /**
     * A membership whose period is priced.
     *
     * @param household whose cap holds; empty for one without a family, or for nothing
     */
    private record Ready(
            Membership membership,
            Member payer,
            MembershipType type,
            MembershipBilling.Part part,
            Optional<BillingBooks.Household> household) {}

    /** What to do for the memberships. */
    Result prepare(List<Membership> memberships) {
        for (var membership : memberships) {
            var type = books.type(membership.place().type());
            var due = due(membership, type);
            if (due.isPresent()) {
                price(membership, type, due.get());
            } else {
                result.notDue().put(membership.id(), whyNotDue(membership, type));
            }
        }
        families.values().forEach(this::bill);
        return result;
    }

    /** What plugins are to be asked of the memberships that are due, by their names. */
    Map<String, List<PriceQuestion>> questions(List<Membership> memberships) {
        var questions = new LinkedHashMap<String, List<PriceQuestion>>();
        for (var membership : memberships) {
            var type = books.type(membership.place().type());
            var tariff = books.tariff(type.id());
            if (tariff.isByPlugin()) {
                due(membership, type)
                        .ifPresent(due -> questions
                                .computeIfAbsent(
                                        type.billing().charging().pricedBy().orElseThrow(), name -> new ArrayList<>())
                                .add(question(membership, type, due)));
            }
        }
        return questions;
    }

    private PriceQuestion question(Membership membership, MembershipType type, MembershipBilling.Due due) {
        var terms = type.terms(membership.member().contact().language(), bankDays);
        var who = MembershipBilling.who(terms, books.billed(membership), due, order.today());
        var period = MembershipBilling.period(due, order.today());
        var position = books.tariff(type.id())
                .position(membership.id().value(), type.names().slug(), who, period);
        return new PriceQuestion(position, membership.place().groupPath());
    }

    private void price(Membership membership, MembershipType type, MembershipBilling.Due due) {
        var member = membership.member();
        var family = books.family(member.id());
        if (family.filter(FamilyStore.Family::payerDied).isPresent()) {
            result.blocked().put(membership.id(), PAYER_DIED);
            return;
        }
        var payer = family.map(books::payer).orElse(member);
        var billed = books.billed(membership);
        var terms = type.terms(payer.contact().language(), bankDays);
        var tariff = books.tariff(type.id());
        var charge = MembershipBilling.charge(tariff, terms, billed, due, order.today());
        if (charge instanceof Charge.Priced priced) {
            var part = new MembershipBilling.Part(terms, billed, due, priced);
            var place = membership.place();
            var household = family.filter(any -> priced.total().isPositive())
                    .map(of -> new BillingBooks.Household(of.id(), place.group(), place.type()));
            var ready = new Ready(membership, payer, type, part, household);
            household.ifPresentOrElse(
                    of -> families.computeIfAbsent(of, key -> new ArrayList<>()).add(ready),
                    () -> bill(List.of(ready)));
        } else {
            result.blocked().put(membership.id(), ((Charge.Missing) charge).code());
        }
    }

    private void bill(List<Ready> together) {
        var first = together.get(0);
        var by = first.type().billing().charging().billedBy();
        var seller = books.seller(first.membership().place().group(), by);
        if (seller.isEmpty()) {
            block(together, by == BilledBy.NEAREST_ACCOUNT ? "no-account" : "no-account-" + code(by));
            return;
        }
        var draft = draft(together, seller.get());
        if (draft.needsVatNumber() && !seller.get().identity().has(BillingField.VAT_NUMBER)) {
            block(together, NO_VAT_NUMBER);
            return;
        }
        var lanes = draft.kind() == InvoiceKind.OFFER ? cascade.forPeople() : cascade;
        var channel = channel(lanes, first.payer());
        if (draft.total().isPositive() && channel.isEmpty()) {
            block(together, unreached(lanes, first.payer()));
            return;
        }
        var delivery =
                new InvoiceOrder.Delivery(channel.filter(any -> draft.total().isPositive()), Optional.empty());
        result.prepared()
                .add(new Prepared(periods(together), invoice(first, draft, seller.get(), delivery), first.household()));
    }

    private static String code(BilledBy by) {
        return by == BilledBy.FEDERATION ? "federation" : "own";
    }

    private void block(List<Ready> together, String code) {
        together.forEach(ready -> result.blocked().put(ready.membership().id(), code));
    }

    private InvoiceDraft draft(List<Ready> together, BillingBooks.Seller seller) {
        var first = together.get(0);
        var name = seller.identity().text(BillingField.NAME);
        var sells = new MembershipBilling.Seller(seller.group(), name);
        var parts = together.stream().map(Ready::part).toList();
        var cap = first.household().flatMap(household -> cap(household, together));
        return MembershipBilling.draft(parts, cap, sells, order.today());
    }

    private Optional<FamilyCap> cap(BillingBooks.Household household, List<Ready> together) {
        var place = together.get(0).part().member().place();
        var starts = together.stream()
                .map(ready -> ready.part().due().start(order.today()))
                .toList();
        return books.tariff(household.type())
                .familyCap(place, starts.get(0))
                .map(most -> new FamilyCap(most, place, FamilyBill.before(books.bills(household), starts)));
    }

    private static List<PeriodStore.NewPeriod> periods(List<Ready> together) {
        return together.stream()
                .map(ready -> {
                    var membership = ready.membership();
                    var due = ready.part().due();
                    var ordinal = membership.periods() + 1;
                    var period = new MembershipPeriod(due.period(), due.days(), PeriodState.OFFERED);
                    return new PeriodStore.NewPeriod(membership.id(), ordinal, period);
                })
                .toList();
    }

    private InvoiceOrder invoice(
            Ready first, InvoiceDraft draft, BillingBooks.Seller seller, InvoiceOrder.Delivery delivery) {
        var group = first.part().member().place().own();
        var snapshot = Snapshots.of(first.payer(), seller.identity(), group.name(), seller.worded());
        return new InvoiceOrder(
                draft,
                new InvoiceOrder.Seller(seller.group(), seller.identity().giro().orElseThrow()),
                new InvoiceOrder.Buyer(first.payer().id(), group.id()),
                snapshot,
                delivery);
    }

    private String whyNotDue(Membership membership, MembershipType type) {
        if (order.occasion() == Occasion.FIRST) {
            return "already-billed";
        }
        return membership
                .newest()
                .flatMap(newest -> type.whyNotDue(newest.period(), order.today()))
                .orElse("not-due");
    }

    private Optional<MembershipBilling.Due> due(Membership membership, MembershipType type) {
        var id = new PeriodId(Ids.next());
        if (order.occasion() == Occasion.FIRST) {
            var days = type.firstPeriod(membership.joinedOn());
            return membership.newest().isPresent()
                    ? Optional.empty()
                    : Optional.of(new MembershipBilling.Due(id, days, InvoiceKind.CLAIM, Occasion.FIRST));
        }
        var kind = type.policies().renewal().kind() == RenewalPolicy.Kind.OFFER ? InvoiceKind.OFFER : InvoiceKind.CLAIM;
        return membership
                .newest()
                .flatMap(newest -> type.due(newest.period(), order.today()))
                .map(days -> new MembershipBilling.Due(id, Optional.of(days), kind, Occasion.RENEWAL));
    }

    /** How a document can reach the member's payer, if at all. */
    static Optional<Channel> channel(Cascade cascade, Member member) {
        return cascade.first(member.contact().wish(), member.reachable());
    }

    /** The code of why no document can reach the member's payer. */
    static String unreached(Cascade cascade, Member member) {
        return cascade.unreached(member.addressed(), member.reachable())
                .orElseThrow()
                .code();
    }
}
