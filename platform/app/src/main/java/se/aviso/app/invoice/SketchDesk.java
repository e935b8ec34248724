package se.aviso.app.invoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.member.Member;
import se.aviso.app.member.Membership;
import se.aviso.app.member.PeriodStore;
import se.aviso.app.wording.Worded;
import se.aviso.dispatch.Cascade;
import se.aviso.group.BillingField;
import se.aviso.group.BillingIdentity;
import se.aviso.invoice.BankDays;
import se.aviso.invoice.InvoiceDraft;
import se.aviso.invoice.InvoiceLine;
import se.aviso.invoice.Occasion;
import se.aviso.invoice.OneOff;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.product.ProductLibrary;

/** Prices one draft after the other by the rules of today; reads and writes nothing. */
final class SketchDesk {
    private final Around around;
    private final LocalDate today;

    SketchDesk(Around around, LocalDate today) {
        this.around = around;
        this.today = today;
    }

    /**
     * Everything that the drafts name.
     *
     * @param paths of the groups
     * @param sellers who is paid, by group
     * @param places where the members belong
     * @param memberships those that lines name
     * @param books what billing a membership looks up; empty where no line names one
     * @param dead those of the members who have died
     */
    record Around(
            Map<GroupId, String> paths,
            Map<GroupId, Seller> sellers,
            Map<MemberId, Member> members,
            Map<UUID, Set<String>> places,
            ProductLibrary library,
            Map<UUID, Membership> memberships,
            Optional<BillingBooks> books,
            Set<MemberId> dead,
            BankDays bankDays,
            Cascade cascade) {}

    /** A group that bills, who is paid for it, and in whose words. */
    record Seller(String groupName, BillingIdentity identity, Worded worded) {}

    /**
     * What a draft comes to.
     *
     * @param lines as they were asked for, with what each comes to
     * @param lined as they stand on the invoice
     * @param payer who pays for the member's family, where a membership is billed and that is somebody else
     * @param order what is to be issued; empty while something is wrong
     * @param periods the membership periods that it bills
     */
    record Priced(
            InvoiceSketch sketch,
            LocalDate dueOn,
            List<DraftLine> lines,
            List<InvoiceLine> lined,
            Optional<Member> payer,
            Optional<InvoiceOrder> order,
            List<PeriodStore.NewPeriod> periods,
            List<Fault> faults) {}

    /** The lines, the order if nothing is wrong, and else all that is. */
    Priced price(InvoiceSketch sketch) {
        var member = Optional.ofNullable(around.members().get(sketch.member())).filter(found -> belongs(found, sketch));
        var payer = member.flatMap(found -> payer(sketch, found));
        var recipient = payer.or(() -> member);
        var page = new Page(sketch, recipient);
        page.read();
        var usual = around.bankDays().onOrAfter(OneOff.dueOn(Optional.empty(), today));
        var dueOn = sketch.dueOn().orElse(usual);
        if (page.faults.isEmpty()) {
            page.faults.addAll(OneOff.faults(page.lined, dueOn, today));
        }
        if (page.faults.isEmpty() && lacksVatNumber(sketch, OneOff.draft(page.lined, dueOn, today))) {
            page.faults.add(new Fault(BillingDesk.NO_VAT_NUMBER, "/groupId", Map.of()));
        }
        var order = recipient(sketch, recipient, page.faults)
                .filter(found -> page.faults.isEmpty())
                .map(found -> order(sketch, found, OneOff.draft(page.lined, dueOn, today)));
        if (order.isPresent()) {
            page.prepared.forEach(ready -> ready.note(around.books().orElseThrow()));
        }
        return new Priced(
                sketch,
                dueOn,
                page.shown,
                List.copyOf(page.lined),
                payer,
                order,
                page.prepared.stream()
                        .flatMap(ready -> ready.periods().stream())
                        .toList(),
                List.copyOf(page.faults));
    }

    /**
     * Who pays for the member's family: memberships go to the same payer as in a run, and with them all of the invoice.
     */
    private Optional<Member> payer(InvoiceSketch sketch, Member member) {
        return around.books()
                .filter(any -> sketch.lines().stream().anyMatch(line -> line.kind() == InvoiceLine.Kind.MEMBERSHIP))
                .flatMap(books -> books.family(member.id())
                        .filter(family -> !family.payerDied())
                        .map(books::payer))
                .filter(payer -> !payer.id().equals(member.id()));
    }

    /** Somebody who can be billed for the group: who belongs there or below, and can be reached. */
    private Optional<Member> recipient(InvoiceSketch sketch, Optional<Member> member, List<Fault> faults) {
        if (member.isEmpty()) {
            faults.add(new Fault("unknown-member", "/memberId", Map.of()));
            return Optional.empty();
        }
        if (seller(sketch).flatMap(seller -> seller.identity().giro()).isEmpty()) {
            faults.add(new Fault("no-account", "/groupId", Map.of()));
        }
        if (member.get().privacy().isErased()) {
            faults.add(new Fault("member-erased", "/memberId", Map.of()));
        } else if (around.dead().contains(member.get().id())) {
            faults.add(new Fault("member-died", "/memberId", Map.of()));
        } else if (BillingDesk.channel(around.cascade(), member.get()).isEmpty()) {
            var code = BillingDesk.unreached(around.cascade(), member.get());
            faults.add(new Fault(code, "/memberId", Map.of()));
        }
        return member;
    }

    private boolean lacksVatNumber(InvoiceSketch sketch, InvoiceDraft draft) {
        return draft.needsVatNumber()
                && seller(sketch)
                        .filter(seller -> seller.identity().giro().isPresent())
                        .filter(seller -> !seller.identity().has(BillingField.VAT_NUMBER))
                        .isPresent();
    }

    private boolean belongs(Member member, InvoiceSketch sketch) {
        var path = around.paths().getOrDefault(sketch.group(), "");
        return !path.isEmpty()
                && around.places().getOrDefault(member.id().value(), Set.of()).stream()
                        .anyMatch(place -> place.startsWith(path));
    }

    private Optional<Seller> seller(InvoiceSketch sketch) {
        return Optional.ofNullable(around.sellers().get(sketch.group()));
    }

    private InvoiceOrder order(InvoiceSketch sketch, Member member, InvoiceDraft draft) {
        var seller = seller(sketch).orElseThrow();
        var identity = seller.identity();
        return new InvoiceOrder(
                draft,
                new InvoiceOrder.Seller(
                        identity.seller().orElseThrow(), identity.giro().orElseThrow()),
                new InvoiceOrder.Buyer(member.id(), sketch.group()),
                Snapshots.of(member, identity, seller.groupName(), seller.worded()),
                new InvoiceOrder.Delivery(BillingDesk.channel(around.cascade(), member), Optional.empty()),
                new InvoiceId(sketch.id()));
    }

    /** The lines of one draft. */
    private final class Page {
        private final InvoiceSketch sketch;
        private final String language;
        private final List<DraftLine> shown = new ArrayList<>();
        private final List<InvoiceLine> lined = new ArrayList<>();
        private final List<BillingDesk.Prepared> prepared = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private final Set<UUID> billed = new HashSet<>();

        Page(InvoiceSketch sketch, Optional<Member> member) {
            this.sketch = sketch;
            this.language = member.map(found -> found.contact().language()).orElse("sv");
        }

        void read() {
            for (var line : sketch.lines()) {
                var lines = lines(line, "/lines/" + shown.size());
                lined.addAll(lines);
                shown.add(line.priced(lines));
            }
        }

        private List<InvoiceLine> lines(DraftLine line, String pointer) {
            var reader = new SketchReader(line, pointer);
            var read = switch (line.kind()) {
                case TEXT -> reader.words().stream().toList();
                case FREE -> reader.free().stream().toList();
                case PRODUCT ->
                    reader
                            .of(around.library().find(line.product().orElse("").strip(), path(), today), language)
                            .stream()
                            .toList();
                case MEMBERSHIP -> membership(line, pointer);
                case ENTRY_FEE, DISCOUNT -> priced(pointer);
            };
            faults.addAll(reader.faults());
            return read;
        }

        /** Fees and discounts of a membership come with its line, by the rules of its price. */
        private List<InvoiceLine> priced(String pointer) {
            faults.add(new Fault("line-of-price", pointer + "/kind", Map.of()));
            return List.of();
        }

        private List<InvoiceLine> membership(DraftLine line, String pointer) {
            var at = pointer + "/membershipId";
            var membership = line.membershipId()
                    .map(around.memberships()::get)
                    .filter(found -> found.member().id().equals(sketch.member())
                            && found.place().groupPath().startsWith(path()));
            if (membership.isEmpty()) {
                faults.add(new Fault("unknown-membership", at, Map.of()));
                return List.of();
            }
            if (!billed.add(membership.get().id().value())) {
                faults.add(new Fault("membership-line-twice", at, Map.of()));
                return List.of();
            }
            return billed(membership.get(), at);
        }

        /** The same period, price and words as a run would bill; what stands in its way is told by the same codes. */
        private List<InvoiceLine> billed(Membership membership, String at) {
            var occasion = membership.newest().isEmpty() ? Occasion.FIRST : Occasion.RENEWAL;
            var order = new BillMemberships.Order(occasion, today, Optional.empty());
            var result = new BillingDesk(around.books().orElseThrow(), order, around.bankDays(), around.cascade())
                    .prepare(List.of(membership));
            var code = Optional.ofNullable(result.blocked().get(membership.id()))
                    .or(() -> Optional.ofNullable(result.notDue().get(membership.id())));
            code.ifPresent(reason -> faults.add(new Fault(reason, at, Map.of())));
            return result.prepared().stream()
                    .flatMap(ready -> taken(ready, at).stream())
                    .toList();
        }

        /** Whose books a membership goes into is its type's rule, and an invoice goes into the books of one. */
        private List<InvoiceLine> taken(BillingDesk.Prepared ready, String at) {
            var sells = seller(sketch).flatMap(seller -> seller.identity().seller());
            if (sells.filter(ready.order().seller().group()::equals).isEmpty()) {
                faults.add(new Fault("membership-other-seller", at, Map.of()));
                return List.of();
            }
            prepared.add(ready);
            return ready.order().draft().lines();
        }

        private String path() {
            return around.paths().getOrDefault(sketch.group(), "");
        }
    }
}
