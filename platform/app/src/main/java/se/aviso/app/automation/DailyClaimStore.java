package se.aviso.app.automation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;

/** Which days' work the tenant has begun. */
@ApplicationScoped
public class DailyClaimStore {
    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** The latest day that was begun. */
    Optional<LocalDate> latest() {
        return sql.query(
                        "select max(day) as day from daily_claim where tenant_id = ?",
                        row -> row.optionalDay("day"),
                        Tenancy.required())
                .get(0);
    }

    /** Claims a day; false when somebody else has, after waiting for who is about to. */
    boolean claim(LocalDate day) {
        return sql.update(
                        "insert into daily_claim (tenant_id, day, claimed_at) values (?, ?, ?) on conflict do nothing",
                        Tenancy.required(),
                        day,
                        clock.instant())
                == 1;
    }
}
