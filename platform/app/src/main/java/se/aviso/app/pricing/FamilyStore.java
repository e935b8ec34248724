package se.aviso.app.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.MemberId;

/** Families: members with one payer; read in sets. */
@ApplicationScoped
public class FamilyStore {
    @Inject
    Sql sql;

    /** A family and who pays for it. */
    public record Family(UUID id, MemberId payer) {}

    /** The families of those members, by member; who is in none is left out. */
    public Map<MemberId, Family> of(Collection<UUID> members) {
        var found = new HashMap<MemberId, Family>();
        sql.query(
                "select m.member_id, f.id, f.payer_id from family_member m "
                        + "join family f on f.tenant_id = m.tenant_id and f.id = m.family_id "
                        + "where m.tenant_id = ? and m.member_id = any(?)",
                row -> found.put(
                        new MemberId(row.uuid("member_id")),
                        new Family(row.uuid("id"), new MemberId(row.uuid("payer_id")))),
                Tenancy.required(),
                Sql.uuids(members));
        return found;
    }

    /** The memberships, with those of the same families that are of the same type in the same group. */
    public Set<UUID> withFamilies(Collection<UUID> memberships) {
        var all = new LinkedHashSet<>(memberships);
        all.addAll(sql.query("""
                select o.id from membership s
                join family_member m on m.tenant_id = s.tenant_id and m.member_id = s.member_id
                join family_member r on r.tenant_id = m.tenant_id and r.family_id = m.family_id
                join membership o on o.tenant_id = r.tenant_id and o.member_id = r.member_id
                    and o.group_id = s.group_id and o.type_id = s.type_id
                where s.tenant_id = ? and s.id = any(?)
                """, row -> row.uuid("id"), Tenancy.required(), Sql.uuids(memberships)));
        return all;
    }

    /** The members of a family. */
    List<UUID> members(UUID family) {
        return sql.query(
                "select member_id from family_member where tenant_id = ? and family_id = ? order by member_id",
                row -> row.uuid("member_id"),
                Tenancy.required(),
                family);
    }
}
