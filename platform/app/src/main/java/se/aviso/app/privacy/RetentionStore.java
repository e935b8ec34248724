package se.aviso.app.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import se.aviso.app.tenancy.Database;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;

/** What has been kept long enough. What was issued and booked is changed by the owner's functions alone. */
@ApplicationScoped
class RetentionStore {
    /** Nobody sends the same form or order again after that. */
    private static final Duration KEYS = Duration.ofDays(30);

    private static final String COUNTS = """
            select (select count(*) from invoice i
                    where i.tenant_id = ? and i.issued_on < retention_boundary()
                      and i.snapshot -> 'recipient' ->> 'name' <> ''
                      and not exists (select from settlement s where s.tenant_id = i.tenant_id
                                      and s.invoice_id = i.id and s.status in (0, 1))) as invoices,
                   (select count(*) from payment p
                    join payment_state s on s.tenant_id = p.tenant_id and s.payment_id = p.id and s.suspense = 0
                    where p.tenant_id = ? and p.booked_on < retention_boundary()
                      and (p.payer ->> 'name' <> '' or p.payer ->> 'account' <> '' or p.message <> ''
                           or p.reference <> ''))
                   + (select count(*) from refund r where r.tenant_id = ? and r.proposed_on < retention_boundary()
                        and r.state in (3, 4, 5) and r.payee <> '') as payments,
                   (select count(*) from idempotency_key k where k.tenant_id = ? and k.created_at < ?) as keys,
                   (select count(*) from collector_export e
                    where e.tenant_id = ? and e.made_on < retention_boundary() and e.content <> ''
                      and not exists (select from collector_case c
                                      join settlement s on s.tenant_id = c.tenant_id and s.invoice_id = c.invoice_id
                                          and s.status in (0, 1)
                                      where c.tenant_id = e.tenant_id and c.export_id = e.id
                                        and c.taken_back_on is null)) as collector_files""";

    @Inject
    Sql sql;

    @Inject
    Database database;

    @Inject
    Clock clock;

    /** What is over, counted. */
    Purged over() {
        var tenant = Tenancy.required();
        return sql.one(
                        COUNTS,
                        row -> new Purged(
                                row.bigint("invoices"),
                                row.bigint("payments"),
                                row.bigint("keys"),
                                row.bigint("collector_files")),
                        tenant,
                        tenant,
                        tenant,
                        tenant,
                        clock.instant().minus(KEYS),
                        tenant)
                .orElseThrow();
    }

    /** So many of each kind at most. */
    Purged purge(int most) {
        return new Purged(
                done(sql, "select purge_invoices(?) as done", most),
                done(sql, "select purge_payments(?) as done", most)
                        + done(sql, "select purge_refunds(?) as done", most),
                sql.update(
                        "delete from idempotency_key where tenant_id = ? and (key, operation) in (select k.key, k.operation "
                                + "from idempotency_key k where k.tenant_id = ? and k.created_at < ? limit ?)",
                        Tenancy.required(),
                        Tenancy.required(),
                        clock.instant().minus(KEYS),
                        most),
                done(sql, "select purge_collector_files(?) as done", most));
    }

    /** Raw bank files belong to the operator and to no tenant. */
    long purgeVault(int most) {
        return done(Sql.untenanted(database), "select purge_vault(?) as done", most);
    }

    private static long done(Sql sql, String query, int most) {
        return sql.one(query, row -> (long) row.integer("done"), most).orElseThrow();
    }
}
