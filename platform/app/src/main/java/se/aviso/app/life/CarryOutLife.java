package se.aviso.app.life;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.member.MembershipStore;
import se.aviso.app.member.PeriodStore;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.member.Guardianship;
import se.aviso.member.MembershipPeriod;

/** Carries out what the day has brought: planned moves, last days, comings of age. Done twice, it does nothing. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CarryOutLife {
    @Inject
    LifeStore store;

    @Inject
    TransferStore transfers;

    @Inject
    EndBilling endBilling;

    @Inject
    MembershipStore memberships;

    @Inject
    PeriodStore periods;

    @Inject
    AuditTrail trail;

    /** For which of these memberships and members something is due; nothing is written. */
    public Set<UUID> due(Collection<UUID> subjects, LocalDate today) {
        var due = new HashSet<>(store.guarded(subjects, Guardianship.ofAgeWhenBornBy(today)));
        transfers.due(subjects, today).forEach(transfer -> due.add(transfer.membership()));
        return due;
    }

    /** Does what is due for these memberships and members; answers for which of them there was something. */
    public Set<UUID> carryOut(Collection<UUID> subjects, LocalDate today) {
        var done = new HashSet<UUID>();
        done.addAll(move(subjects, today));
        done.addAll(cut(subjects, today));
        done.addAll(comeOfAge(subjects, today));
        return done;
    }

    /** Moves those of the memberships whose day has come. */
    Set<UUID> move(Collection<UUID> ids, LocalDate today) {
        var moved = new HashSet<UUID>();
        for (var transfer : transfers.due(ids, today)) {
            memberships.lock(List.of(transfer.membership()));
            if (transfer.periodGoes() ? transfers.move(transfer) : anew(transfer, today)) {
                moved.add(transfer.membership());
            }
        }
        return moved;
    }

    /**
     * What was paid to the old group ends the day before, and what it has offered is withdrawn; the new group bills a
     * first period of its own.
     */
    private boolean anew(TransferStore.Transfer transfer, LocalDate today) {
        var begun = transfers.beginAnew(transfer);
        if (begun) {
            var lastDay = transfer.on().minusDays(1);
            var old = List.of(transfer.membership());
            if (transfer.credits()) {
                endBilling.credit(old, transfer.note(), today);
            }
            store.leave(old, lastDay);
            endBilling.withdrawOffers(old, transfer.note(), today);
            leave(old, lastDay, today);
        }
        return begun;
    }

    /** Ends the paid periods of those of the memberships that have a last day. */
    Set<UUID> cut(Collection<UUID> ids, LocalDate today) {
        var cut = new HashSet<UUID>();
        for (var id : ids) {
            store.leavesOn(id)
                    .filter(lastDay -> leave(List.of(id), lastDay, today))
                    .ifPresent(lastDay -> cut.add(id));
        }
        return cut;
    }

    private boolean leave(List<UUID> ids, LocalDate lastDay, LocalDate today) {
        var living = periods.byIds(store.livingPeriods(ids));
        var after = new ArrayList<MembershipPeriod>();
        living.forEach(of -> after.add(of.period().leaving(lastDay, today)));
        var changed =
                !after.equals(living.stream().map(PeriodStore.OfType::period).toList());
        if (changed) {
            periods.record(
                    after, living.stream().map(PeriodStore.OfType::membership).toList());
        }
        return changed;
    }

    /**
     * Makes those of the members payers who are of age: what was known of their guardians goes, documents come to
     * themselves, and the trail tells the office.
     */
    Set<UUID> comeOfAge(Collection<UUID> ids, LocalDate today) {
        var grown = store.guarded(ids, Guardianship.ofAgeWhenBornBy(today));
        if (grown.isEmpty()) {
            return Set.of();
        }
        store.cameOfAge(grown, today);
        for (var member : grown) {
            trail.record(new Deed(
                    Act.MEMBER_CAME_OF_AGE,
                    member,
                    memberships.firstGroup(member),
                    List.of(Change.personal(Field.GUARDIAN_NAME), Change.personal(Field.GUARDIAN_EMAIL)),
                    Optional.empty()));
        }
        return Set.copyOf(grown);
    }
}
