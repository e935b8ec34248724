package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import se.aviso.dunning.DunningLevel;

/** Tells whether interest is claimed by policy while the rate that it is reckoned by is not on record. */
@ApplicationScoped
public class RateGap {
    @Inject
    DunningPolicyStore policies;

    @Inject
    ReferenceRateStore rates;

    /** True when a policy of the tenant claims interest, and that day's half year has no reference rate. */
    public boolean isOn(LocalDate day) {
        return rates.rates().on(day).isEmpty()
                && policies.all().values().stream()
                        .anyMatch(policy -> policy.rule().levels().stream().anyMatch(DunningLevel::interest));
    }
}
