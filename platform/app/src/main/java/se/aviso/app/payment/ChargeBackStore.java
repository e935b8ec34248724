package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.Money;
import se.aviso.payment.ChargeBack;
import se.aviso.payment.SuspenseReason;

/** What the bank has taken back of payments: which deduction, of which payment, how much. */
@ApplicationScoped
public class ChargeBackStore {
    private static final int MOST = 20;
    private static final int LONGEST_DAYS = 400;
    private static final String CANDIDATES = """
            with meant as (
                select d.id, d.seller_group_id, d.currency, d.amount, d.booked_on, d.payer_account, s.suspense
                from payment d join payment_state s on s.tenant_id = d.tenant_id and s.payment_id = d.id
                where d.tenant_id = ? and d.id = ?),
            found as (
                select r.payment_id as id from payment_reference r where r.tenant_id = ? and r.reference in (
                    select o.reference from payment_reference o where o.tenant_id = ? and o.payment_id = ?)
                union
                select r.payment_id from payment_reference r where r.tenant_id = ? and r.reference = ?
                union
                select p.id from meant m join payment p on p.tenant_id = ? and p.payer_account = m.payer_account
                union
                select p.id from meant m join payment p on p.tenant_id = ? and p.amount in (-m.amount, -m.suspense)
                    and p.booked_on between m.booked_on - ? and m.booked_on)
            select p.id, p.booked_on, p.amount, p.currency, p.payer ->> 'name' as payer, s.charged_back, s.refunded,
                   p.amount in (-m.amount, -m.suspense) as same_amount,
                   coalesce(p.payer_account = m.payer_account, false) as same_account,
                   exists (select 1 from payment_reference r join payment_reference o
                           on o.tenant_id = r.tenant_id and o.reference = r.reference and o.payment_id = m.id
                           where r.tenant_id = p.tenant_id and r.payment_id = p.id) as same_reference
            from found f cross join meant m
            join payment p on p.tenant_id = ? and p.id = f.id
            join payment_state s on s.tenant_id = p.tenant_id and s.payment_id = p.id
            where p.seller_group_id = m.seller_group_id and p.currency = m.currency and p.amount > 0
              and p.undoing_id is null and p.amount > s.charged_back + s.refunded
            order by same_reference desc, same_amount desc, same_account desc, p.booked_on desc, p.id desc limit ?
            """;

    @Inject
    Sql sql;

    /** A charge-back to be added. */
    record New(UUID id, UUID deduction, UUID payment, Money amount, UUID entry, Optional<UUID> reverses) {}

    /** A charge-back, and whether another has undone it. */
    public record Known(UUID id, UUID deduction, UUID payment, Money amount, LocalDate on, String by, boolean over) {}

    /** A payment that a deduction may take back, and what speaks for it. Personal data: never logged. */
    public record Candidate(
            UUID id,
            LocalDate bookedOn,
            Money amount,
            Money left,
            String payer,
            boolean sameReference,
            boolean sameAmount,
            boolean sameAccount) {}

    /**
     * The payments that a deduction may take back, the likeliest first.
     *
     * @param reference of payments that are looked for besides
     */
    List<Candidate> candidates(UUID deduction, Optional<String> reference) {
        var tenant = Tenancy.required();
        return sql.query(
                CANDIDATES,
                ChargeBackStore::candidate,
                tenant,
                deduction,
                tenant,
                tenant,
                deduction,
                tenant,
                reference.orElse(""),
                tenant,
                tenant,
                LONGEST_DAYS,
                tenant,
                MOST);
    }

    private static Candidate candidate(Row row) {
        var amount = row.money("amount", "currency");
        return new Candidate(
                row.uuid("id"),
                row.day("booked_on"),
                amount,
                amount.minus(row.money("charged_back", "currency")).minus(row.money("refunded", "currency")),
                row.text("payer"),
                row.flag("same_reference"),
                row.flag("same_amount"),
                row.flag("same_account"));
    }

    /** Adds a charge-back. */
    void add(New added, LocalDate on, String by) {
        sql.update(
                "insert into charge_back (tenant_id, id, deduction_id, payment_id, amount, made_on, made_by, entry_id, "
                        + "reverses_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Tenancy.required(),
                added.id(),
                added.deduction(),
                added.payment(),
                added.amount().minorUnits(),
                on,
                by,
                added.entry(),
                added.reverses());
    }

    /** What is tied to a deduction, or to a payment; the oldest first. Reversals are not among them. */
    List<Known> of(UUID either) {
        return sql.query(
                "select c.*, d.currency, r.id is not null as undone from charge_back c "
                        + "join payment d on d.tenant_id = c.tenant_id and d.id = c.deduction_id "
                        + "left join charge_back r on r.tenant_id = c.tenant_id and r.reverses_id = c.id "
                        + "where c.tenant_id = ? and (c.deduction_id = ? or c.payment_id = ?) and c.reverses_id is null "
                        + "order by c.id limit 1000",
                row -> new Known(
                        row.uuid("id"),
                        row.uuid("deduction_id"),
                        row.uuid("payment_id"),
                        row.money("amount", "currency"),
                        row.day("made_on"),
                        row.text("made_by"),
                        row.flag("undone")),
                Tenancy.required(),
                either,
                either);
    }

    /** So much less waits of a deduction; of less than nothing, so much waits again. */
    void deducted(UUID deduction, Money amount) {
        sql.update(
                "update payment_state set suspense = suspense + ?, charged_back = charged_back - ?, "
                        + "reason = case when suspense + ? = 0 then 0 else ?::smallint end "
                        + "where tenant_id = ? and payment_id = ?",
                amount.minorUnits(),
                amount.minorUnits(),
                amount.minorUnits(),
                Codes.of(SuspenseReason.DEDUCTION),
                Tenancy.required(),
                deduction);
    }

    /** So much of a payment was taken back, from where it stood. */
    void takenBack(UUID payment, ChargeBack taken) {
        sql.update(
                "update payment_state set charged_back = charged_back + ?, suspense = suspense - ?, kept = kept - ?, "
                        + "allocated = allocated - ?, reason = case when suspense - ? = 0 then 0 else reason end "
                        + "where tenant_id = ? and payment_id = ?",
                taken.amount().minorUnits(),
                taken.waiting().minorUnits(),
                taken.keptInAll().minorUnits(),
                taken.allocatedInAll().minorUnits(),
                taken.waiting().minorUnits(),
                Tenancy.required(),
                payment);
    }

    /** So much of a payment waits again. */
    void givenBack(UUID payment, Money amount) {
        sql.update(
                "update payment_state set charged_back = charged_back - ?, suspense = suspense + ?, reason = ? "
                        + "where tenant_id = ? and payment_id = ?",
                amount.minorUnits(),
                amount.minorUnits(),
                Codes.of(SuspenseReason.UNDONE),
                Tenancy.required(),
                payment);
    }
}
