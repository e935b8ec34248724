package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.SqlArray;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.InvoiceId;
import se.aviso.payment.Suggestion;
import se.aviso.payment.SuggestionHistory;

/** What the tenant's people made of suggestions: each decision, and how many there are by the reasons. */
@ApplicationScoped
public class SuggestionHistoryStore {
    private static final String COUNT = """
            insert into suggestion_tally (tenant_id, pattern, offered, chosen)
            select ?, u.pattern, count(*), count(*) filter (where u.chosen)
            from unnest(?::bigint[], ?::boolean[]) u(pattern, chosen) group by u.pattern order by u.pattern
            on conflict (tenant_id, pattern) do update
            set offered = suggestion_tally.offered + excluded.offered, chosen = suggestion_tally.chosen + excluded.chosen
            """;

    private static final String DISCOUNT = """
            update suggestion_tally t set offered = t.offered - d.offered, chosen = t.chosen - d.chosen
            from (select u.pattern, count(*) as offered, count(*) filter (where u.chosen) as chosen
                  from unnest(?::bigint[], ?::boolean[]) u(pattern, chosen) group by u.pattern) d
            where t.tenant_id = ? and t.pattern = d.pattern
            """;

    @Inject
    Sql sql;

    private record Decision(long pattern, boolean chosen) {}

    /** All that was decided. */
    SuggestionHistory read() {
        var tallies = new HashMap<Long, SuggestionHistory.Tally>();
        sql.query(
                "select pattern, offered, chosen from suggestion_tally where tenant_id = ?",
                row -> tallies.put(
                        row.bigint("pattern"),
                        new SuggestionHistory.Tally(row.bigint("offered"), row.bigint("chosen"))),
                Tenancy.required());
        return new SuggestionHistory(tallies);
    }

    /** A person has chosen these among what was suggested; of one payment each invoice counts once. */
    void decide(UUID payment, Collection<Suggestion> suggested, Set<InvoiceId> chosen, LocalDate on) {
        var teaching = suggested.stream().filter(Suggestion::teaches).toList();
        var decided = sql.query(
                "insert into suggestion_decision (tenant_id, payment_id, decided_on, invoice_id, pattern, chosen) "
                        + "select ?, ?::uuid, ?::date, u.* from unnest(?::uuid[], ?::bigint[], ?::boolean[]) u "
                        + "on conflict do nothing returning pattern, chosen",
                row -> new Decision(row.bigint("pattern"), row.flag("chosen")),
                Tenancy.required(),
                payment,
                on,
                Sql.uuids(teaching, each -> each.candidate().item().id().value()),
                Sql.bigints(teaching, Suggestion::pattern),
                Sql.booleans(teaching.stream()
                        .map(each -> chosen.contains(each.candidate().item().id()))
                        .toList()));
        sql.update(COUNT, Tenancy.required(), patterns(decided), chosen(decided));
    }

    /** What was decided on these payments is undone: it teaches nothing. */
    void forget(Collection<UUID> payments) {
        var undone = sql.query(
                "delete from suggestion_decision where tenant_id = ? and payment_id = any(?) "
                        + "returning pattern, chosen",
                row -> new Decision(row.bigint("pattern"), row.flag("chosen")),
                Tenancy.required(),
                Sql.uuids(payments));
        sql.update(DISCOUNT, patterns(undone), chosen(undone), Tenancy.required());
    }

    private static SqlArray patterns(List<Decision> decisions) {
        return Sql.bigints(decisions, Decision::pattern);
    }

    private static SqlArray chosen(List<Decision> decisions) {
        return Sql.booleans(decisions.stream().map(Decision::chosen).toList());
    }
}
