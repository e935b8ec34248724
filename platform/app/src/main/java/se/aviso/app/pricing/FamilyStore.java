package se.aviso.app.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantStore;
import se.aviso.kernel.MemberId;
import se.aviso.member.MembershipStatus;
import se.aviso.pricing.Kin;

/** Families: members with one payer; read in sets. */
@ApplicationScoped
public class FamilyStore {
    @Inject
    Sql sql;

    @Inject
    TenantStore tenants;

    /**
     * A family and who pays for it.
     *
     * @param payerDied true while it is paid for by nobody: somebody else has to be chosen
     */
    public record Family(UUID id, MemberId payer, long version, boolean payerDied) {}

    /** The families of those members, by member; who is in none is left out. */
    public Map<MemberId, Family> of(Collection<UUID> members) {
        var found = new HashMap<MemberId, Family>();
        sql.query(
                "select m.member_id, f.id, f.payer_id, f.version, p.died_on is not null as died from family_member m "
                        + "join family f on f.tenant_id = m.tenant_id and f.id = m.family_id "
                        + "join member p on p.tenant_id = f.tenant_id and p.id = f.payer_id "
                        + "where m.tenant_id = ? and m.member_id = any(?)",
                row -> found.put(
                        new MemberId(row.uuid("member_id")),
                        new Family(
                                row.uuid("id"),
                                new MemberId(row.uuid("payer_id")),
                                row.bigint("version"),
                                row.flag("died"))),
                Tenancy.required(),
                Sql.uuids(members));
        return found;
    }

    /** The others of each member's family who are members too and live, in the order in which they were born. */
    public Map<MemberId, Kin> kin(Collection<MemberId> members) {
        var older = new HashMap<MemberId, List<LocalDate>>();
        var younger = new HashMap<MemberId, List<LocalDate>>();
        sql.query(
                """
                select f.member_id, o.born, (o.born, o.id) < (me.born, me.id) as older from family_member f
                join member me on me.tenant_id = f.tenant_id and me.id = f.member_id
                join family_member r on r.tenant_id = f.tenant_id and r.family_id = f.family_id and r.member_id <> f.member_id
                join member o on o.tenant_id = r.tenant_id and o.id = r.member_id and o.died_on is null
                where f.tenant_id = ? and f.member_id = any(?) and exists (select from membership s
                    where s.tenant_id = o.tenant_id and s.member_id = o.id and s.status = any(?))
                order by o.born, o.id
                """,
                row -> (row.flag("older") ? older : younger)
                        .computeIfAbsent(new MemberId(row.uuid("member_id")), each -> new ArrayList<>())
                        .add(row.day("born")),
                Tenancy.required(),
                Sql.uuids(members.stream().map(MemberId::value).toList()),
                Sql.codes(List.of(MembershipStatus.OFFERED, MembershipStatus.ACTIVE)));
        return members.stream()
                .collect(Collectors.toMap(
                        each -> each,
                        each -> new Kin(older.getOrDefault(each, List.of()), younger.getOrDefault(each, List.of()))));
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

    /** Keeps others from forming families until commit: nobody comes into two. */
    void lock() {
        tenants.lock(Tenancy.required(), "family");
    }

    /** Makes these the members of the family, a new one where there is none. */
    void put(Optional<Family> former, UUID payer, Collection<UUID> members) {
        var id = former.map(Family::id).orElseGet(Ids::next);
        sql.update(
                "insert into family (tenant_id, id, payer_id) values (?, ?, ?) on conflict (tenant_id, id) "
                        + "do update set payer_id = excluded.payer_id, version = family.version + 1",
                Tenancy.required(),
                id,
                payer);
        sql.update("delete from family_member where tenant_id = ? and family_id = ?", Tenancy.required(), id);
        sql.update(
                "insert into family_member (tenant_id, family_id, member_id) select ?, ?, u.id from unnest(?::uuid[]) u(id)",
                Tenancy.required(),
                id,
                Sql.uuids(members));
    }

    void remove(UUID family) {
        sql.update("delete from family_member where tenant_id = ? and family_id = ?", Tenancy.required(), family);
        sql.update("delete from family where tenant_id = ? and id = ?", Tenancy.required(), family);
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
