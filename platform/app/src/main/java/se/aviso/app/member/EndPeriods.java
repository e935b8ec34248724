package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.aviso.member.PeriodState;

/** Ends paid periods that are over; the members' statuses follow. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class EndPeriods {
    @Inject
    PeriodStore periods;

    /** Those of the periods that are over today; nothing is written. */
    public Set<UUID> over(Collection<UUID> ids, LocalDate today) {
        return periods.byIds(ids).stream()
                .map(of -> of.period().on(today))
                .filter(period -> period.state() == PeriodState.ENDED)
                .map(period -> period.id().value())
                .collect(Collectors.toSet());
    }

    /** Ends those of the periods that are over today; answers which. */
    public Set<UUID> end(Collection<UUID> ids, LocalDate today) {
        var found = periods.byIds(ids);
        var ended = found.stream().map(of -> of.period().on(today)).toList();
        periods.record(ended, found.stream().map(PeriodStore.OfType::membership).toList());
        var done = new HashSet<UUID>();
        ended.stream()
                .filter(period -> period.state() == PeriodState.ENDED)
                .forEach(period -> done.add(period.id().value()));
        return done;
    }
}
