package se.aviso.app.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Grant;
import se.aviso.access.Role;
import se.aviso.app.identity.Invitation;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.group.GroupKind;

/** The grants of the tenant: added and ended, never changed. */
@ApplicationScoped
public class GrantStore {
    private static final String LISTED = "select r.id, r.role, r.until, r.given_at, r.ended_at, u.id as user_id, "
            + "u.name as user_name, u.email, u.subject is not null as known, g.id as group_id, g.name as group_name, "
            + "g.kind, g.path, giver.name as given_by, ender.name as ended_by" + Invitation.COLUMNS
            + "from role_grant r "
            + "join app_user u on u.tenant_id = r.tenant_id and u.id = r.user_id "
            + "left join group_node g on g.tenant_id = r.tenant_id and g.id = r.group_id "
            + "left join app_user giver on giver.tenant_id = r.tenant_id and giver.id = r.given_by "
            + "left join app_user ender on ender.tenant_id = r.tenant_id and ender.id = r.ended_by" + Invitation.JOIN
            + "where ";

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** What is granted: the role, to whom, where (none is the whole tree), until when. */
    record New(UUID user, Role role, Optional<UUID> group, Optional<LocalDate> until) {}

    /** Grants that meet the criteria of {@code r}, {@code u} and {@code g}, by name. */
    List<GivenGrant> list(Criteria criteria, int limit) {
        return sql.query(
                LISTED + criteria.where() + " order by u.name, r.id limit ?", GrantStore::read, criteria.params(limit));
    }

    /** The grant of that id. */
    Optional<GivenGrant> find(UUID id) {
        var criteria = Criteria.of("r").and("r.id = ?", id);
        return sql.one(LISTED + criteria.where(), GrantStore::read, criteria.params());
    }

    /** Adds the grant; empty when the user has it already. One that has run out makes room for it. */
    Optional<UUID> add(New grant, UUID by, LocalDate today) {
        sql.update(
                "update role_grant set ended_at = ? where tenant_id = ? and user_id = ? and role = ? "
                        + "and group_id is not distinct from ? and ended_at is null and until < ?",
                clock.instant(),
                Tenancy.required(),
                grant.user(),
                grant.role().code(),
                grant.group(),
                today);
        var id = Ids.next();
        return insert(id, grant, Optional.empty(), Optional.of(by)) == 1 ? Optional.of(id) : Optional.empty();
    }

    /** Adds what a tenant's file grants; what was ever there is left as it was, also when it was taken back since. */
    public void setUp(UUID user, Role role, Optional<UUID> group, Optional<UUID> member) {
        var before = sql.query(
                "select id from role_grant where tenant_id = ? and user_id = ? and role = ? "
                        + "and group_id is not distinct from ? limit 1",
                row -> row.uuid("id"),
                Tenancy.required(),
                user,
                role.code(),
                group);
        if (before.isEmpty()) {
            insert(Ids.next(), new New(user, role, group, Optional.empty()), member, Optional.empty());
        }
    }

    /** Ends the grant, once. */
    void end(UUID id, UUID by) {
        sql.update(
                "update role_grant set ended_at = ?, ended_by = ? where tenant_id = ? and id = ? and ended_at is null",
                clock.instant(),
                by,
                Tenancy.required(),
                id);
    }

    /** What all users but one hold as tenant admins who have ever logged in. */
    List<Grant> otherAdmins(UUID user) {
        return sql.query(
                "select r.until from role_grant r join app_user u on u.tenant_id = r.tenant_id and u.id = r.user_id "
                        + "where r.tenant_id = ? and r.role = ? and r.ended_at is null and r.user_id <> ? "
                        + "and u.subject is not null",
                row -> new Grant(Role.TENANT_ADMIN, Grant.WHOLE_TREE, Optional.empty(), row.optionalDay("until")),
                Tenancy.required(),
                Role.TENANT_ADMIN.code(),
                user);
    }

    private int insert(UUID id, New grant, Optional<UUID> member, Optional<UUID> by) {
        return sql.update(
                "insert into role_grant (tenant_id, id, user_id, role, group_id, member_id, until, given_by, given_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                Tenancy.required(),
                id,
                grant.user(),
                grant.role().code(),
                grant.group(),
                member,
                grant.until(),
                by,
                clock.instant());
    }

    private static GivenGrant read(Row row) {
        var user = new GivenGrant.User(
                row.uuid("user_id"),
                row.text("user_name"),
                row.optionalText("email"),
                row.flag("known"),
                Invitation.of(row));
        var place = row.optionalUuid("group_id")
                .map(id -> new GivenGrant.Place(
                        id, row.text("group_name"), row.code("kind", GroupKind.class), row.text("path")));
        var history = new GivenGrant.History(
                row.instant("given_at"),
                row.optionalText("given_by"),
                row.optionalInstant("ended_at"),
                row.optionalText("ended_by"));
        return new GivenGrant(
                row.uuid("id"), user, Role.of(row.integer("role")), place, row.optionalDay("until"), history);
    }
}
