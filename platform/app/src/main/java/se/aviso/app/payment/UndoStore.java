package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.credit.CreditMovement;
import se.aviso.app.credit.CreditStore;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.PaymentId;
import se.aviso.payment.FileUndoing;
import se.aviso.payment.Match;
import se.aviso.payment.PaymentStand;
import se.aviso.payment.SuspenseReason;

/** The payments of bank files as they stand, and their taking back; read and written in sets. */
@ApplicationScoped
class UndoStore {
    private static final String STANDS = """
            select p.id, p.seller_group_id, p.amount, p.currency, s.refunded, s.charged_back, s.suspense
            from payment p join payment_state s on s.tenant_id = p.tenant_id and s.payment_id = p.id
            where p.tenant_id = ? and p.id = any(?) and p.undoing_id is null order by p.id
            """;
    private static final String ALLOCATIONS = """
            select a.id, a.payment_id, a.invoice_id, a.amount, p.currency from allocation a
            join payment p on p.tenant_id = a.tenant_id and p.id = a.payment_id
            left join allocation r on r.tenant_id = a.tenant_id and r.reverses_id = a.id
            where a.tenant_id = ? and a.payment_id = any(?) and a.reverses_id is null and r.id is null order by a.id
            """;
    private static final String DELICATE = """
            select p.id from payment p
            join payment_state s on s.tenant_id = p.tenant_id and s.payment_id = p.id
            where p.tenant_id = ? and p.bank_file_id = ? and p.undoing_id is null
              and (s.kept <> 0 or s.refunded <> 0 or s.charged_back <> 0 or exists (
                    select 1 from allocation a
                    join settlement t on t.tenant_id = a.tenant_id and t.invoice_id = a.invoice_id
                    where a.tenant_id = p.tenant_id and a.payment_id = p.id and t.kept > 0))
            order by p.id
            """;

    @Inject
    Sql sql;

    @Inject
    CreditStore credit;

    /** A payment with the rows of ours behind where it stands. */
    record Standing(PaymentStand stand, GroupId seller, List<Allocated> allocations, List<CreditMovement> kept) {}

    /** An allocation that stands. */
    record Allocated(UUID id, UUID payment, Match.Part part) {}

    /** An allocation that is undone, in the ledger entry of that id. */
    record Reversed(Allocated allocation, UUID entry) {}

    /** That a file was undone. */
    record Undoing(UUID id, String by, LocalDate on, Instant at, String reason, int payments) {
        UndoPreview.Done shown() {
            return new UndoPreview.Done(by, on, at, reason, payments);
        }
    }

    /** All payments of the file that stand, in the order of their ids. */
    List<UUID> payments(UUID file) {
        return sql.query(
                "select id from payment where tenant_id = ? and bank_file_id = ? and undoing_id is null order by id",
                row -> row.uuid("id"),
                Tenancy.required(),
                file);
    }

    /** Those of the file's payments that have money elsewhere than in suspense and on plain claims. */
    List<UUID> delicate(UUID file) {
        return sql.query(DELICATE, row -> row.uuid("id"), Tenancy.required(), file);
    }

    /** Keeps others from changing what the file's payments have settled, until commit. */
    void lockClaims(UUID file) {
        sql.one(
                "select count(*) as claims from (select t.invoice_id from settlement t where t.tenant_id = ? "
                        + "and t.invoice_id in (select a.invoice_id from payment p join allocation a "
                        + "on a.tenant_id = p.tenant_id and a.payment_id = p.id where p.tenant_id = ? "
                        + "and p.bank_file_id = ?) order by t.invoice_id for update) locked",
                row -> row.bigint("claims"),
                Tenancy.required(),
                Tenancy.required(),
                file);
    }

    /** How payments stand. */
    List<Standing> stands(Collection<UUID> payments) {
        Map<UUID, List<Allocated>> allocations = new HashMap<>();
        allocations(payments)
                .forEach(each -> allocations
                        .computeIfAbsent(each.payment(), id -> new ArrayList<>())
                        .add(each));
        Map<UUID, List<CreditMovement>> kept = new HashMap<>();
        credit.keptOf(payments)
                .forEach(each -> kept.computeIfAbsent(each.cause().payment().orElseThrow(), id -> new ArrayList<>())
                        .add(each));
        return sql.query(
                STANDS,
                row -> standing(
                        row,
                        allocations.getOrDefault(row.uuid("id"), List.of()),
                        kept.getOrDefault(row.uuid("id"), List.of())),
                Tenancy.required(),
                Sql.uuids(payments));
    }

    /** The allocations of payments that stand, the oldest first. */
    private List<Allocated> allocations(Collection<UUID> payments) {
        return sql.query(
                ALLOCATIONS,
                row -> new Allocated(
                        row.uuid("id"),
                        row.uuid("payment_id"),
                        new Match.Part(new InvoiceId(row.uuid("invoice_id")), row.money("amount", "currency"))),
                Tenancy.required(),
                Sql.uuids(payments));
    }

    private static Standing standing(Row row, List<Allocated> allocations, List<CreditMovement> kept) {
        var stand = new PaymentStand(
                new PaymentId(row.uuid("id")),
                row.money("amount", "currency"),
                allocations.stream().map(Allocated::part).toList(),
                kept.stream()
                        .map(each -> new PaymentStand.Kept(each.holder(), each.amount()))
                        .toList(),
                new PaymentStand.Elsewhere(
                        row.money("refunded", "currency"),
                        row.money("charged_back", "currency"),
                        row.money("suspense", "currency")));
        return new Standing(stand, new GroupId(row.uuid("seller_group_id")), allocations, kept);
    }

    /** What hinders that the file is undone, on the books as they are. */
    List<FileUndoing.Hindrance> hindrances(UUID file) {
        var stands = stands(delicate(file)).stream().map(Standing::stand).toList();
        if (stands.isEmpty()) {
            return List.of();
        }
        var members = new HashSet<UUID>();
        stands.forEach(stand ->
                stand.kept().forEach(kept -> members.add(kept.holder().member().value())));
        Set<UUID> claims = new HashSet<>();
        stands.forEach(stand ->
                stand.allocated().forEach(part -> claims.add(part.invoice().value())));
        return FileUndoing.hindrances(stands, credit.balances(members), creditedAmong(claims));
    }

    private Map<InvoiceId, Settlement> creditedAmong(Collection<UUID> claims) {
        Map<InvoiceId, Settlement> found = new LinkedHashMap<>();
        sql.query(
                "select * from settlement where tenant_id = ? and invoice_id = any(?) and kept > 0",
                row -> found.put(
                        new InvoiceId(row.uuid("invoice_id")),
                        new Settlement(
                                row.money("claimed"), row.money("received"), row.money("credited"), row.money("kept"))),
                Tenancy.required(),
                Sql.uuids(claims));
        return found;
    }

    /** Notes that a file is undone, by whom and why. */
    void add(UUID file, Undoing undoing) {
        sql.update(
                "insert into bank_file_undoing (tenant_id, id, bank_file_id, reason, undone_by, undone_on, undone_at, "
                        + "payments) values (?, ?, ?, ?, ?, ?, ?, ?)",
                Tenancy.required(),
                undoing.id(),
                file,
                undoing.reason(),
                undoing.by(),
                undoing.on(),
                undoing.at(),
                undoing.payments());
    }

    /** By whom, when and why a file was undone. */
    Optional<Undoing> undoing(UUID file) {
        return sql.one(
                "select * from bank_file_undoing where tenant_id = ? and bank_file_id = ?",
                row -> new Undoing(
                        row.uuid("id"),
                        row.text("undone_by"),
                        row.day("undone_on"),
                        row.instant("undone_at"),
                        row.text("reason"),
                        row.integer("payments")),
                Tenancy.required(),
                file);
    }

    /** Adds for each allocation one with the other sign. */
    void reverse(List<Reversed> reversed, LocalDate on) {
        sql.update(
                "insert into allocation (tenant_id, allocated_on, id, payment_id, invoice_id, amount, entry_id, reverses_id) "
                        + "select ?, ?::date, u.* from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], "
                        + "?::uuid[]) u",
                Tenancy.required(),
                on,
                Sql.uuids(reversed, each -> Ids.next()),
                Sql.uuids(reversed, each -> each.allocation().payment()),
                Sql.uuids(reversed, each -> each.allocation().part().invoice().value()),
                Sql.bigints(reversed, each -> -each.allocation().part().amount().minorUnits()),
                Sql.uuids(reversed, Reversed::entry),
                Sql.uuids(reversed, each -> each.allocation().id()));
    }

    /** Notes that nothing of these payments is anywhere any more. */
    void takenBack(List<UUID> payments, UUID undoing) {
        sql.update(
                "update payment set undoing_id = ? where tenant_id = ? and id = any(?)",
                undoing,
                Tenancy.required(),
                Sql.uuids(payments));
        sql.update(
                "update payment_state set undone = undone + allocated + suspense + kept, allocated = 0, suspense = 0, "
                        + "kept = 0, reason = ? where tenant_id = ? and payment_id = any(?)",
                Codes.of(SuspenseReason.NONE),
                Tenancy.required(),
                Sql.uuids(payments));
    }

    /** What the file has told of once more stands no longer, nor what others have told of its payments. */
    void forgetSightings(UUID file, UUID undoing) {
        sql.update(
                "update payment_sighting set undoing_id = ? where tenant_id = ? and bank_file_id = ? "
                        + "and undoing_id is null",
                undoing,
                Tenancy.required(),
                file);
        sql.update(
                "update payment_sighting s set undoing_id = ? from payment p where s.tenant_id = ? "
                        + "and s.undoing_id is null and p.tenant_id = s.tenant_id and p.id = s.payment_id "
                        + "and p.bank_file_id = ?",
                undoing,
                Tenancy.required(),
                file);
    }
}
