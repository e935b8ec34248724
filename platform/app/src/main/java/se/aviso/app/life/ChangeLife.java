package se.aviso.app.life;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.group.GroupTreeStore;
import se.aviso.app.invoice.FindInvoices;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.MembershipStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;

/** Moves a membership to another group, ends it by its member's wish, and notes that a member has died. */
@ApplicationScoped
@Transactional
public class ChangeLife {
    private static final int LONGEST = 500;

    @Inject
    LifeStore store;

    @Inject
    TransferStore transfers;

    @Inject
    CarryOutLife carryOut;

    @Inject
    MembershipStore memberships;

    @Inject
    EndBilling endBilling;

    @Inject
    FindInvoices invoices;

    @Inject
    FindMembers members;

    @Inject
    GroupStore groups;

    @Inject
    GroupTreeStore tree;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** What becomes of unpaid claims of one who resigns. */
    public enum OpenClaims {
        KEEP,
        CREDIT
    }

    /**
     * A move.
     *
     * @param periodGoes whether a paid period goes along; else it ends the day before, and the new group bills a new
     *     one
     * @param openClaims what becomes then of what is unpaid to the old group; kept where nothing is said
     */
    public record Move(UUID groupId, LocalDate on, boolean periodGoes, Optional<OpenClaims> openClaims, String note) {
        private boolean credits() {
            return !periodGoes && openClaims.filter(OpenClaims.CREDIT::equals).isPresent();
        }
    }

    /** A resignation: the last day of the membership, and what becomes of unpaid claims. */
    public record Resignation(LocalDate lastDay, OpenClaims openClaims, String note) {}

    /** A death that the office was told of. */
    public record Death(LocalDate on, String note) {}

    /** Moves a membership, today or when the day comes; history, periods and invoices stay as they are. */
    public UUID move(UUID membership, Move move) {
        tree.hold();
        var place = writable(membership);
        var to = groups.find(new GroupId(move.groupId()))
                .filter(group ->
                        caller.may(Permission.MEMBER_WRITE, group.place().path()))
                .orElseThrow(() -> RuleViolation.at("/groupId", "unknown-group", Map.of()));
        if (place.group().equals(move.groupId())) {
            throw RuleViolation.at("/groupId", "move-to-same-place", Map.of());
        }
        NearDay.require(move.on(), businessDate.today(), "/on");
        if (place.leavesOn().isPresent()) {
            throw RuleViolation.of("membership-ending", Map.of());
        }
        if (move.credits()) {
            store.openClaims(List.of(membership)).forEach(this::requireSeller);
        }
        var id = transfers.plan(new TransferStore.NewTransfer(
                membership,
                new GroupId(place.group()),
                to.id(),
                move.on(),
                move.periodGoes(),
                move.credits(),
                note(move.note())));
        var today = businessDate.today();
        if (!move.on().isAfter(today)
                && !carryOut.move(List.of(membership), today).contains(membership)) {
            throw RuleViolation.at("/groupId", "membership-twice", Map.of());
        }
        trail.record(new Deed(
                Act.MEMBERSHIP_MOVED,
                place.member(),
                Optional.of(to.id()),
                List.of(Change.of(Field.PARENT, place.group(), move.groupId()), Change.to(Field.VALID_FROM, move.on())),
                Optional.empty()));
        return id;
    }

    /** Calls a planned move off; the membership stays where it is. */
    public void callOff(UUID membership, UUID move) {
        var place = writable(membership);
        if (!transfers.callOff(membership, move)) {
            throw HttpProblem.notFound();
        }
        trail.record(new Deed(
                Act.MOVE_CALLED_OFF,
                place.member(),
                Optional.of(new GroupId(place.group())),
                List.of(),
                Optional.empty()));
    }

    /** Ends a membership: its open offers are withdrawn, unpaid claims kept or credited, and it is not renewed. */
    public void resign(UUID membership, Resignation wish) {
        var place = writable(membership);
        NearDay.require(wish.lastDay(), businessDate.today(), "/lastDay");
        var note = note(wish.note());
        if (place.leavesOn().isPresent()) {
            throw RuleViolation.of("conflict-membership-ending", Map.of());
        }
        end(List.of(membership), wish.lastDay(), wish.openClaims() == OpenClaims.CREDIT, note);
        trail.record(new Deed(
                Act.MEMBERSHIP_RESIGNED,
                place.member(),
                Optional.of(new GroupId(place.group())),
                List.of(Change.to(Field.UNTIL, wish.lastDay())),
                Optional.empty()));
    }

    /**
     * Notes a death. From now on nothing is sent: documents that wait are held, offers withdrawn, memberships end, and
     * unpaid claims are held for a person to decide on.
     */
    public void died(UUID member, Death death) {
        if (members.find(member, Permission.MEMBER_WRITE).isEmpty()) {
            throw HttpProblem.notFound();
        }
        var places = store.places(member);
        if (places.stream().anyMatch(place -> !caller.may(Permission.MEMBER_WRITE, place.path()))) {
            throw new HttpProblem(403, "forbidden"); // it ends memberships of groups that are not the caller's
        }
        var today = businessDate.today();
        if (death.on().isAfter(today)) {
            throw RuleViolation.at("/on", "day-to-come", Map.of("today", today.toString()));
        }
        if (store.life(member).diedOn().isPresent()) {
            throw RuleViolation.of("conflict-member-died", Map.of());
        }
        var note = note(death.note());
        store.died(member, death.on()); // before families get new offers: none goes to the dead
        end(places.stream().map(LifeStore.Place::membership).toList(), death.on(), false, note);
        store.holdDispatches(member, "held: the recipient has died");
        store.stopDunning(member, note, today);
        trail.record(new Deed(Act.MEMBER_DIED, member, memberships.firstGroup(member), List.of(), Optional.empty()));
    }

    private void end(List<UUID> ending, LocalDate lastDay, boolean credited, String reason) {
        var today = businessDate.today();
        memberships.lock(ending);
        if (credited) {
            store.openClaims(ending).forEach(this::requireSeller);
            endBilling.credit(ending, reason, today);
        }
        store.leave(ending, lastDay);
        endBilling.withdrawOffers(ending, reason, today);
        carryOut.cut(ending, today);
    }

    /** A credit note stands in the seller's series and books, whoever keeps the members. */
    private void requireSeller(UUID claim) {
        if (invoices.writable(claim).filter(invoices::isSoldByCaller).isEmpty()) {
            var number = invoices.find(claim).map(found -> found.invoice().number());
            throw RuleViolation.at("/openClaims", "credit-other-seller", Map.of("number", number.orElse("–")));
        }
    }

    private LifeStore.Place writable(UUID membership) {
        return store.place(membership)
                .filter(place -> caller.may(Permission.MEMBER_WRITE, place.path()))
                .orElseThrow(HttpProblem::notFound);
    }

    /** The moves of these memberships, the newest first. */
    public List<TransferStore.Transfer> moves(Collection<UUID> of) {
        return transfers.of(of);
    }

    /** What is known of the life of a member whom the caller sees. */
    public Optional<LifeStore.Life> life(UUID member) {
        return members.find(member, Permission.MEMBER_READ).map(found -> store.life(member));
    }

    /** The last day of a membership that ends. */
    public Optional<LocalDate> leavesOn(UUID membership) {
        return store.leavesOn(membership);
    }

    private static String note(String note) {
        var bare = note.strip();
        if (bare.isEmpty() || bare.length() > LONGEST) {
            throw RuleViolation.at("/note", "bad-note", Map.of());
        }
        return bare;
    }
}
