package se.aviso.app.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.Money;

/**
 * What a tenant's channel has cost in this calendar month: each hand-over counts in the month in which it was made,
 * what is being handed over among it.
 */
@ApplicationScoped
public class MonthsCost {
    @Inject
    Sql sql;

    @Inject
    TenantStore tenants;

    @Inject
    Clock clock;

    /** So far. */
    public Money of(Channel channel) {
        var zone = tenants.of(Tenancy.required()).zone();
        var month = clock.instant()
                .atZone(zone)
                .toLocalDate()
                .withDayOfMonth(1)
                .atStartOfDay(zone)
                .toInstant();
        return sql.one(
                        "select coalesce(sum(x.cost), 0)::bigint as cost from ("
                                + "select coalesce(last_cost, cost) as cost from dispatch where tenant_id = ? "
                                + "and channel = ? and sent_at >= ? and cost > 0 union all "
                                + "select cost from dispatch_charge where tenant_id = ? and channel = ? and at >= ?) x",
                        row -> Money.ore(row.bigint("cost")),
                        Tenancy.required(),
                        Codes.of(channel),
                        month,
                        Tenancy.required(),
                        Codes.of(channel),
                        month)
                .orElse(Money.ore(0));
    }
}
