package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.dunning.ReferenceRates;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;

/** Shows the reference rates of the installation, and adds the next one. */
@ApplicationScoped
@Transactional
public class AddReferenceRate {
    private static final int LONGEST = 300;

    @Inject
    ReferenceRateStore store;

    @Inject
    BusinessDate businessDate;

    @Inject
    AuditTrail trail;

    /** All of them, the newest first. */
    public List<ReferenceRateStore.Rate> all() {
        return store.all();
    }

    /** The first day of today's half year, while its rate is not there: nothing can be claimed by it. */
    public Optional<LocalDate> missing() {
        var today = businessDate.today();
        return store.rates().on(today).isPresent() ? Optional.empty() : Optional.of(ReferenceRates.halfYearOf(today));
    }

    /** Adds a rate, or says what is wrong with it; one that is there is not changed. */
    public ReferenceRateStore.Rate add(LocalDate from, String percent, String source) {
        var faults = new ArrayList<Fault>();
        var points = PolicyBodies.points(percent);
        if (points.isEmpty()) {
            faults.add(new Fault("bad-rate", "/percent", Map.of()));
        }
        if (!from.equals(ReferenceRates.halfYearOf(from))) {
            faults.add(new Fault("not-a-half-year", "/from", Map.of()));
        }
        if (source.isBlank() || source.length() > LONGEST) {
            faults.add(new Fault("bad-text", "/source", Map.of()));
        }
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
        var rate = new ReferenceRateStore.Rate(from, points.orElseThrow(), source.strip());
        if (!store.add(rate)) {
            throw RuleViolation.at("/from", "conflict-rate-known", Map.of("from", from.toString()));
        }
        trail.record(Deed.ofTenant(
                Act.REFERENCE_RATE_ADDED,
                Tenancy.required().value(),
                List.of(
                        Change.to(Field.VALID_FROM, from),
                        Change.to(Field.RATE, PolicyBodies.percent(rate.points())))));
        return rate;
    }
}
