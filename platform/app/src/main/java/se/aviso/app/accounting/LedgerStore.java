package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.accounting.AccountDay;
import se.aviso.accounting.AccountRole;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.accounting.ClosedBooks;
import se.aviso.accounting.LedgerEntry;
import se.aviso.accounting.Posting;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.PaymentId;

/** Adds ledger entries, any number of them with three statements: entries, postings, and what they move day by day. */
@ApplicationScoped
public class LedgerStore {
    @Inject
    Sql sql;

    @Inject
    AccountDayStore days;

    @Inject
    ClosingStore closings;

    @Inject
    Clock clock;

    /** An entry in the books of a seller, with its id. */
    public record Booked(UUID id, GroupId seller, LedgerEntry entry) {
        /** A new id for the entry. */
        public static Booked of(GroupId seller, LedgerEntry entry) {
            return new Booked(Ids.next(), seller, entry);
        }
    }

    /** The tenant's accounts. */
    public ChartOfAccounts chart() {
        var settings = new EnumMap<AccountRole, Integer>(AccountRole.class);
        sql.query(
                        "select role, account from ledger_account where tenant_id = ?",
                        row -> List.of(row.integer("role"), row.integer("account")),
                        Tenancy.required())
                .forEach(pair -> settings.put(Codes.constant(AccountRole.class, pair.get(0)), pair.get(1)));
        return new ChartOfAccounts(settings);
    }

    /** Sets the account for a role. */
    public void use(AccountRole role, int account) {
        sql.update(
                "insert into ledger_account (tenant_id, role, account) values (?, ?, ?) "
                        + "on conflict (tenant_id, role) do update set account = excluded.account",
                Tenancy.required(),
                Codes.of(role),
                account);
    }

    /**
     * Books the entries, each on its day; what falls in closed books is booked on the first open day, and keeps its own
     * beside it. All that is booked is booked here, and the database refuses what is not.
     */
    public void add(List<Booked> entries) {
        if (entries.isEmpty()) {
            return;
        }
        closings.holdOpen();
        var closed = closings.of(entries.stream().map(Booked::seller).distinct().toList());
        var moved = entries.stream()
                .map(entry -> closed.getOrDefault(entry.seller(), ClosedBooks.OPEN)
                        .dayFor(entry.entry().bookedOn()))
                .toList();
        addEntries(entries, moved);
        addPostings(entries);
        var sums = new ArrayList<AccountDay.OfSeller>();
        for (var at = 0; at < entries.size(); at++) {
            var entry = entries.get(at);
            sums.add(new AccountDay.OfSeller(entry.seller(), moved.get(at), entry.entry()));
        }
        days.add(AccountDay.of(sums));
    }

    private void addEntries(List<Booked> entries, List<LocalDate> moved) {
        var happened = entries.stream().map(entry -> entry.entry().bookedOn()).toList();
        sql.update(
                "insert into ledger_entry (tenant_id, created_at, id, seller_group_id, kind, booked_on, happened_on) "
                        + "select ?, ?::timestamptz, u.id, u.seller, u.kind, u.booked_on, nullif(u.happened_on, u.booked_on) "
                        + "from unnest(?::uuid[], ?::uuid[], ?::smallint[], ?::date[], ?::date[]) "
                        + "u(id, seller, kind, booked_on, happened_on)",
                Tenancy.required(),
                clock.instant(),
                Sql.uuids(entries.stream().map(Booked::id).toList()),
                Sql.uuids(entries.stream().map(entry -> entry.seller().value()).toList()),
                Sql.smallints(entries.stream()
                        .map(entry -> Codes.of(entry.entry().kind()))
                        .toList()),
                Sql.dates(moved),
                Sql.dates(happened));
    }

    private void addPostings(List<Booked> entries) {
        var rows = new ArrayList<Row>();
        for (var entry : entries) {
            var position = 0;
            for (var posting : entry.entry().postings()) {
                rows.add(new Row(entry.id(), position, posting));
                position++;
            }
        }
        sql.update(
                "insert into posting (tenant_id, entry_id, position, account, side, amount, currency, invoice_id, "
                        + "payment_id) select ?, u.* from unnest(?::uuid[], ?::smallint[], ?::integer[], ?::smallint[], "
                        + "?::bigint[], ?::text[], ?::uuid[], ?::uuid[]) u",
                Tenancy.required(),
                Sql.uuids(rows.stream().map(Row::entry).toList()),
                Sql.smallints(rows.stream().map(Row::position).toList()),
                Sql.integers(rows.stream().map(row -> row.posting().account()).toList()),
                Sql.smallints(
                        rows.stream().map(row -> Codes.of(row.posting().side())).toList()),
                Sql.bigints(rows.stream()
                        .map(row -> row.posting().amount().minorUnits())
                        .toList()),
                Sql.texts(rows.stream()
                        .map(row -> row.posting().amount().currency().getCurrencyCode())
                        .toList()),
                Sql.uuids(rows.stream()
                        .map(row -> value(row.posting().invoice().map(InvoiceId::value)))
                        .toList()),
                Sql.uuids(rows.stream()
                        .map(row -> value(row.posting().payment().map(PaymentId::value)))
                        .toList()));
    }

    private static @Nullable UUID value(Optional<UUID> id) {
        return id.orElse(null);
    }

    private record Row(UUID entry, int position, Posting posting) {}
}
