package se.aviso.app.invoice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.member.Channel;
import se.aviso.app.member.Member;
import se.aviso.app.member.Membership;
import se.aviso.app.member.MembershipType;
import se.aviso.app.member.PeriodStore;
import se.aviso.app.tenant.Ids;
import se.aviso.group.BillingField;
import se.aviso.group.BillingIdentity;
import se.aviso.invoice.InvoiceDraft;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.MembershipBilling;
import se.aviso.invoice.Occasion;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.PeriodId;
import se.aviso.member.MembershipPeriod;
import se.aviso.member.PeriodState;
import se.aviso.member.RenewalPolicy;

/** Asks the core, for one membership after the other, what to bill; reads and writes nothing. */
final class BillingDesk {
    private final Map<MembershipTypeId, MembershipType> types;
    private final Map<GroupId, Seller> sellers;
    private final BillMemberships.Order order;

    BillingDesk(
            Map<MembershipTypeId, MembershipType> types, Map<GroupId, Seller> sellers, BillMemberships.Order order) {
        this.types = types;
        this.sellers = sellers;
        this.order = order;
    }

    /** The group that the member belongs to, and who is paid for it. */
    record Seller(String groupName, BillingIdentity identity) {}

    /** A period to offer and the invoice for it. */
    record Prepared(PeriodStore.NewPeriod period, InvoiceOrder order) {}

    /** Prepared, or blocked with the code of the reason, or not due with the code of why not. */
    record Outcome(Optional<Prepared> prepared, Optional<String> blocker, Optional<String> notDue) {
        static Outcome blocked(String code) {
            return new Outcome(Optional.empty(), Optional.of(code), Optional.empty());
        }

        static Outcome notDue(String code) {
            return new Outcome(Optional.empty(), Optional.empty(), Optional.of(code));
        }

        /** The same, told in advance. */
        Foreseen foreseen(MembershipId membership) {
            var id = membership.value();
            return prepared.map(ready -> Foreseen.comes(id, Optional.of(paper(ready.order()))))
                    .or(() -> blocker.map(code -> Foreseen.blocked(id, code)))
                    .or(() -> notDue.map(code -> Foreseen.passedOver(id, code)))
                    .orElseThrow();
        }

        private static Foreseen.Paper paper(InvoiceOrder order) {
            var draft = order.draft();
            var kind = draft.kind() == InvoiceKind.OFFER ? Foreseen.Kind.OFFER : Foreseen.Kind.CLAIM;
            return new Foreseen.Paper(kind, order.delivery().channel(), draft.total());
        }
    }

    /** What to do for the membership. */
    Outcome prepare(Membership membership) {
        var type = Optional.ofNullable(types.get(membership.place().type())).orElseThrow();
        return due(membership, type)
                .map(due -> outcome(membership, type, due))
                .orElseGet(() -> Outcome.notDue(whyNotDue(membership, type)));
    }

    private String whyNotDue(Membership membership, MembershipType type) {
        if (order.occasion() == Occasion.FIRST) {
            return "already-billed";
        }
        return membership
                .newest()
                .flatMap(newest -> type.policies().renewal().whyNotDue(newest.period(), order.today()))
                .orElse("not-due");
    }

    private Optional<MembershipBilling.Due> due(Membership membership, MembershipType type) {
        var id = new PeriodId(Ids.next());
        if (order.occasion() == Occasion.FIRST) {
            var days = type.periods().firstPeriod(membership.joinedOn());
            return membership.newest().isPresent()
                    ? Optional.empty()
                    : Optional.of(new MembershipBilling.Due(id, days, InvoiceKind.CLAIM, Occasion.FIRST));
        }
        var kind = type.policies().renewal().kind() == RenewalPolicy.Kind.OFFER ? InvoiceKind.OFFER : InvoiceKind.CLAIM;
        return membership
                .newest()
                .flatMap(newest -> type.policies().renewal().due(type.periods(), newest.period(), order.today()))
                .map(days -> new MembershipBilling.Due(id, Optional.of(days), kind, Occasion.RENEWAL));
    }

    private Outcome outcome(Membership membership, MembershipType type, MembershipBilling.Due due) {
        var seller =
                Optional.ofNullable(sellers.get(membership.place().group())).orElseThrow();
        var giro = seller.identity().giro();
        if (giro.isEmpty()) {
            return Outcome.blocked("no-account");
        }
        var channel = channel(membership.member());
        if (channel.isEmpty()) {
            return Outcome.blocked("no-address");
        }
        var who = new MembershipBilling.Billed(
                membership.member().born(), membership.place().groupPath());
        var language = membership.member().contact().language();
        var drafted = MembershipBilling.draft(type.terms(language), who, due, order.today());
        if (drafted instanceof MembershipBilling.Outcome.Drafted ready) {
            var sells = new InvoiceOrder.Seller(seller.identity().seller().orElseThrow(), giro.get());
            var delivery = new InvoiceOrder.Delivery(channel, Optional.empty());
            return prepared(membership, due, invoice(membership, ready.draft(), sells, delivery, seller));
        }
        return Outcome.blocked(((MembershipBilling.Outcome.Blocked) drafted).code());
    }

    private static Outcome prepared(Membership membership, MembershipBilling.Due due, InvoiceOrder order) {
        var ordinal = membership.newest().map(Membership.Newest::ordinal).orElse(0) + 1;
        var period = new MembershipPeriod(due.period(), due.days(), PeriodState.OFFERED);
        var offered = new PeriodStore.NewPeriod(membership.id(), ordinal, period);
        return new Outcome(Optional.of(new Prepared(offered, order)), Optional.empty(), Optional.empty());
    }

    private static InvoiceOrder invoice(
            Membership membership,
            InvoiceDraft draft,
            InvoiceOrder.Seller sells,
            InvoiceOrder.Delivery delivery,
            Seller seller) {
        var buyer = new InvoiceOrder.Buyer(
                membership.member().id(), membership.place().group());
        return new InvoiceOrder(draft, sells, buyer, snapshot(membership.member(), seller), delivery);
    }

    private static InvoiceSnapshot snapshot(Member member, Seller seller) {
        var fields = new EnumMap<BillingField, String>(BillingField.class);
        seller.identity().fields().forEach((field, origin) -> fields.put(field, origin.value()));
        var recipient = new InvoiceSnapshot.Recipient(
                member.payerName(),
                lines(member),
                member.payerEmail(),
                member.number(),
                member.guardian().map(guardian -> member.name().full()));
        return new InvoiceSnapshot(fields, recipient, member.contact().language(), seller.groupName());
    }

    private static List<String> lines(Member member) {
        var lines = new ArrayList<String>();
        lines.add(member.payerName());
        member.guardian().ifPresent(guardian -> lines.add(member.name().full()));
        member.contact().address().ifPresent(address -> {
            lines.add(address.street());
            lines.add(address.postalCode() + " " + address.city());
        });
        return lines;
    }

    private static Optional<Channel> channel(Member member) {
        var wishesLetters = member.contact().channel() == Channel.LETTER
                && member.contact().address().isPresent();
        return member.guardian().flatMap(Member.Guardian::email).isPresent() && !wishesLetters
                ? Optional.of(Channel.EMAIL)
                : member.contact().usable();
    }
}
