package se.aviso.app.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;

/** Finds what is longest in some subtrees; of invoices the latest ones alone, for there are millions. */
@ApplicationScoped
class WorstCaseStore {
    private static final int LATEST_INVOICES = 5_000;
    private static final String MEMBERS = "select m.id as subject, m.number::text as called, (array_agg(g.id order by"
            + " g.path))[1] as grp from member m join membership s on s.tenant_id = m.tenant_id and s.member_id = m.id"
            + " join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id where ";

    @Inject
    Sql sql;

    /**
     * Something that is long.
     *
     * @param subject a group's, a member's or an invoice's id
     * @param group whose document shows it
     */
    record Found(UUID subject, UUID group, String called) {}

    /** The groups with the longest names of sellers, or of their own. */
    List<Found> sellers(Collection<String> roots, int most) {
        return groups(
                Criteria.of("g").within("g.path", roots),
                "greatest(char_length(g.name), char_length(coalesce(g.payee_name, '')))",
                most);
    }

    /** The groups that say most in their own words. */
    List<Found> wordy(Collection<String> roots, int most) {
        var criteria = Criteria.of("g")
                .within("g.path", roots)
                .and("exists (select 1 from wording w where w.tenant_id = g.tenant_id and w.group_id = g.id)");
        return groups(
                criteria,
                "(select char_length(w.texts::text) from wording w where w.tenant_id = g.tenant_id "
                        + "and w.group_id = g.id order by w.ordinal desc limit 1)",
                most);
    }

    private List<Found> groups(Criteria criteria, String length, int most) {
        return sql.query(
                "select g.id as subject, g.id as grp, g.name as called from group_node g where " + criteria.where()
                        + " order by " + length + " desc, g.id limit ?",
                WorstCaseStore::read,
                criteria.params(most));
    }

    /** The members with the longest names. */
    List<Found> names(Collection<String> roots, int most) {
        return members(roots, "", "char_length(m.given_name) + char_length(m.family_name)", most);
    }

    /** The members with the longest streets; those of protected identities are none of anybody's. */
    List<Found> addresses(Collection<String> roots, int most) {
        return members(roots, "not m.protected_identity", "char_length(coalesce(m.street, ''))", most);
    }

    /** Members with a protected identity. */
    List<Found> guarded(Collection<String> roots, int most) {
        return members(roots, "m.protected_identity", "char_length(m.given_name) + char_length(m.family_name)", most);
    }

    private List<Found> members(Collection<String> roots, String condition, String length, int most) {
        var criteria = Criteria.of("m").and("m.erased_on is null").within("g.path", roots);
        if (!condition.isEmpty()) {
            criteria.and(condition);
        }
        return sql.query(
                MEMBERS + criteria.where() + " group by m.tenant_id, m.id order by " + length + " desc, m.id limit ?",
                WorstCaseStore::read,
                criteria.params(most));
    }

    /** Of the latest invoices those with the most lines. */
    List<Found> lines(Collection<String> roots, int most) {
        var criteria = Criteria.of("i").and("i.kind = 0").within("g.path", roots);
        return sql.query(
                "select i.id as subject, i.group_id as grp, i.number::text as called from (select i.* from invoice i "
                        + "join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id where "
                        + criteria.where() + " order by i.id desc limit " + LATEST_INVOICES
                        + ") i order by (select count(*) from invoice_line l where l.tenant_id = i.tenant_id "
                        + "and l.invoice_id = i.id) desc, i.id limit ?",
                WorstCaseStore::read,
                criteria.params(most));
    }

    private static Found read(Row row) {
        return new Found(row.uuid("subject"), row.uuid("grp"), row.text("called"));
    }
}
