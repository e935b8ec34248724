package se.aviso.app.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.member.Membership;
import se.aviso.app.member.MembershipStore;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.pricing.Concession;

/** Lets a membership off its fee, whole or in part, and ends that again. What is issued keeps its price. */
@ApplicationScoped
@Transactional
public class GiveConcession {
    private static final int LONGEST_REASON = 100;
    private static final int WHOLE = 100;

    @Inject
    FindConcessions find;

    @Inject
    ConcessionStore concessions;

    @Inject
    MembershipStore memberships;

    @Inject
    BusinessDate businessDate;

    @Inject
    AuditTrail trail;

    /** Gives it, or says everything that is wrong with it. */
    public ConcessionStore.Kept give(UUID membership, ConcessionBody body) {
        var found = held(membership);
        var kept = new ConcessionStore.Kept(Ids.next(), found.id(), read(body));
        concessions.add(kept);
        told(Act.CONCESSION_GIVEN, found, kept.concession());
        return kept;
    }

    /** Ends it: it counts for no period that begins after today. */
    public void end(UUID membership, UUID id) {
        var found = held(membership);
        var kept = concessions.kept(List.of(membership)).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(HttpProblem::notFound);
        var today = businessDate.today();
        var last = kept.concession().firstDay().isAfter(today)
                ? kept.concession().firstDay().minusDays(1)
                : today;
        concessions.end(id, last);
        told(Act.CONCESSION_ENDED, found, kept.concession());
    }

    /** Locked, so that no period is billed meanwhile. */
    private Membership held(UUID membership) {
        memberships.lock(List.of(membership));
        return find.membership(membership, Permission.MEMBER_WRITE).orElseThrow(HttpProblem::notFound);
    }

    private void told(Act act, Membership membership, Concession concession) {
        trail.record(new Deed(
                act,
                membership.member().id().value(),
                Optional.of(membership.place().group()),
                List.of(Change.to(Field.KIND, concession.kind())),
                Optional.empty()));
    }

    private static Concession read(ConcessionBody body) {
        var faults = new ArrayList<Fault>();
        var reason = body.reason().strip();
        var fits = !reason.isEmpty()
                && reason.length() <= LONGEST_REASON
                && reason.chars().noneMatch(Character::isISOControl);
        check(fits, "bad-text", "/reason", faults);
        var backwards =
                body.lastDay().filter(last -> last.isBefore(body.firstDay())).isPresent();
        check(!backwards, "concession-days", "/lastDay", faults);
        var size = size(body, faults);
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
        return new Concession(body.kind(), size, reason, body.firstDay(), body.lastDay());
    }

    private static long size(ConcessionBody body, List<Fault> faults) {
        return switch (body.kind()) {
            case FREE, HONORARY -> 0;
            case PERCENT -> {
                var percent = body.percent().orElse(0);
                check(percent >= 1 && percent <= WHOLE, "bad-percent", "/percent", faults);
                yield percent;
            }
            case AMOUNT -> {
                var ore = body.amount()
                        .filter(text -> text.matches("[0-9]{1,9}(\\.[0-9]{1,2})?"))
                        .map(ConcessionBody::ore)
                        .orElse(0L);
                check(ore > 0, "bad-amount", "/amount", faults);
                yield ore;
            }
        };
    }

    private static void check(boolean holds, String code, String pointer, List<Fault> faults) {
        if (!holds) {
            faults.add(new Fault(code, pointer, Map.of()));
        }
    }
}
