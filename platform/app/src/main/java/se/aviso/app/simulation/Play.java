package se.aviso.app.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import se.aviso.app.invoice.ForeseeBilling;
import se.aviso.app.member.Membership;
import se.aviso.app.member.MembershipType;
import se.aviso.dispatch.Channel;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.member.MembershipPeriod;
import se.aviso.simulation.MonthTally;
import se.aviso.simulation.OpenDocument;
import se.aviso.simulation.PaymentPattern;

/**
 * One chunk of memberships with their unpaid documents, day by day. In each day the order of reality: money comes, then
 * what ends soon is renewed, then reminders and lapses, then what is over ends.
 */
final class Play {
    private final Map<MembershipTypeId, MembershipType> types;
    private final ForeseeBilling.Desk desk;
    private final PaymentPattern pattern;
    private final Map<MembershipId, Membership> memberships = new LinkedHashMap<>();
    private List<PlayedDocument> documents;
    private final Tallies tallies = new Tallies();
    private final Set<MembershipId> blocked = new HashSet<>();
    private long ordinal;

    Play(
            Map<MembershipTypeId, MembershipType> types,
            ForeseeBilling.Desk desk,
            PaymentPattern pattern,
            SimulationBook.Chunk chunk) {
        this.types = types;
        this.desk = desk;
        this.pattern = pattern;
        chunk.memberships().forEach(membership -> memberships.put(membership.id(), membership));
        this.documents = new ArrayList<>(chunk.documents());
        this.ordinal = chunk.ordinal();
    }

    /** Plays from one day through another, both included. */
    void through(LocalDate first, LocalDate last) {
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            fates(day, OpenDocument.Event.PAID);
            renew(day);
            fates(day, OpenDocument.Event.REMINDED);
            fates(day, OpenDocument.Event.LAPSED);
            end(day);
        }
    }

    Tallies tallies() {
        return tallies;
    }

    /** How many memberships could not be billed, once or more. */
    int blocked() {
        return blocked.size();
    }

    private void fates(LocalDate day, OpenDocument.Event wanted) {
        var left = new ArrayList<PlayedDocument>(documents.size());
        for (var each : documents) {
            var event = each.document().on(day).filter(wanted::equals);
            if (event.isEmpty()) {
                left.add(each);
            } else {
                happened(day, each, event.get()).ifPresent(left::add);
            }
        }
        documents = left;
    }

    private Optional<PlayedDocument> happened(LocalDate day, PlayedDocument each, OpenDocument.Event event) {
        return switch (event) {
            case PAID -> paid(day, each);
            case REMINDED -> {
                count(day, each, MonthTally.reminder());
                sent(day, each);
                yield Optional.of(each.with(each.document().remindedOnceMore()));
            }
            case LAPSED -> {
                if (!each.memberships().isEmpty()) {
                    count(day, each, MonthTally.lapse());
                }
                periods(each, (type, period) -> period.lapsed());
                yield Optional.of(each.with(each.document().lapsedBy(day)))
                        .filter(still -> still.document().kind() == InvoiceKind.CLAIM);
            }
        };
    }

    /** An offer that is paid becomes a claim that is settled at once. */
    private Optional<PlayedDocument> paid(LocalDate day, PlayedDocument each) {
        var document = each.document();
        if (document.kind() == InvoiceKind.OFFER) {
            count(day, each, MonthTally.invoice(document.open()));
        }
        count(day, each, MonthTally.payment(document.open()));
        periods(each, (type, period) -> period.settled(type.periods(), day, day));
        return Optional.empty();
    }

    private void renew(LocalDate day) {
        var due = memberships.values().stream()
                .filter(membership -> isDue(membership, day))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        var billed = desk.renewals(due, day);
        blocked.addAll(billed.blocked());
        billed.bills().forEach(bill -> issue(day, bill));
    }

    private boolean isDue(Membership membership, LocalDate day) {
        var type = type(membership);
        return !blocked.contains(membership.id())
                && membership
                        .newest()
                        .filter(newest -> type.whyNotDue(newest.period(), day).isEmpty())
                        .isPresent();
    }

    private void issue(LocalDate day, ForeseeBilling.Bill bill) {
        var ids = bill.periods().stream().map(period -> period.membership()).toList();
        bill.periods()
                .forEach(offered -> memberships.computeIfPresent(
                        offered.membership(),
                        (id, membership) ->
                                with(membership, new Membership.Newest(offered.ordinal(), offered.period()))));
        var membership = memberships.get(ids.get(0));
        if (membership == null) {
            return; // of a family that is played in another chunk
        }
        var paidOn = OpenDocument.paidOn(pattern, ordinal++, bill.dueOn(), day);
        var policy = type(membership).policies().dunning();
        var document =
                new OpenDocument(bill.kind(), bill.dueOn(), bill.total(), policy, OpenDocument.SoFar.NOTHING, paidOn);
        var played = new PlayedDocument(document, membership.place().group(), bill.channel(), ids);
        count(day, played, bill.kind() == InvoiceKind.OFFER ? MonthTally.offer() : MonthTally.invoice(bill.total()));
        sent(day, played);
        if (bill.total().isPositive()) {
            documents.add(played);
        } else {
            periods(played, (type, period) -> period.settled(type.periods(), day, day));
        }
    }

    private void end(LocalDate day) {
        memberships.replaceAll((id, membership) -> membership
                .newest()
                .map(newest -> {
                    var after = newest.period().on(day);
                    return after.equals(newest.period())
                            ? membership
                            : with(membership, new Membership.Newest(newest.ordinal(), after));
                })
                .orElse(membership));
    }

    /** What becomes of a period. */
    @FunctionalInterface
    private interface Turn {
        MembershipPeriod of(MembershipType type, MembershipPeriod period);
    }

    private void periods(PlayedDocument each, Turn turn) {
        UnaryOperator<Membership> turned = membership -> membership
                .newest()
                .map(newest -> with(
                        membership,
                        new Membership.Newest(newest.ordinal(), turn.of(type(membership), newest.period()))))
                .orElse(membership);
        each.memberships()
                .forEach(id -> memberships.computeIfPresent(id, (key, membership) -> turned.apply(membership)));
    }

    private void count(LocalDate day, PlayedDocument each, MonthTally more) {
        tallies.add(day, each.group(), more);
    }

    private void sent(LocalDate day, PlayedDocument each) {
        each.channel().ifPresent(channel -> count(day, each, MonthTally.document(channel == Channel.LETTER)));
    }

    private MembershipType type(Membership membership) {
        return Optional.ofNullable(types.get(membership.place().type())).orElseThrow();
    }

    private static Membership with(Membership membership, Membership.Newest newest) {
        return new Membership(
                membership.id(),
                membership.member(),
                membership.place(),
                membership.joinedOn(),
                Optional.of(newest),
                Math.max(membership.periods(), newest.ordinal()));
    }
}
