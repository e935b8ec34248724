package se.aviso.app.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Role;
import se.aviso.app.identity.Invitation;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;

/** The users of the tenant, those included who were invited and have never logged in. */
@ApplicationScoped
public class UserStore {
    private static final String COLUMNS = "select u.id, u.name, u.email, u.subject is not null as known"
            + Invitation.COLUMNS + "from app_user u " + Invitation.JOIN;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** The user of a tenant's file; what the identity provider has told since is left as it is. */
    public UUID setUp(String subject, Optional<String> name, Optional<String> email) {
        sql.update(
                "insert into app_user (tenant_id, id, subject, email, name, created_at) values (?, ?, ?, ?, ?, ?) "
                        + "on conflict do nothing",
                Tenancy.required(),
                Ids.next(),
                subject,
                email,
                name.orElse(subject),
                clock.instant());
        sql.update(
                "update app_user set name = coalesce(?, name), email = coalesce(email, ?) "
                        + "where tenant_id = ? and subject = ? and name = subject",
                name,
                email,
                Tenancy.required(),
                subject);
        return sql.one(
                        "select id from app_user where tenant_id = ? and subject = ?",
                        row -> row.uuid("id"),
                        Tenancy.required(),
                        subject)
                .orElseThrow();
    }

    /** The identity provider's id of a user who has logged in. */
    Optional<String> subject(UUID user) {
        return sql.one(
                        "select subject from app_user where tenant_id = ? and id = ?",
                        row -> row.optionalText("subject"),
                        Tenancy.required(),
                        user)
                .flatMap(known -> known);
    }

    /** The user of that address; one that nobody knows yet is added by that name. */
    public UUID invited(Addressee wanted) {
        sql.update(
                "insert into app_user (tenant_id, id, email, name, created_at) values (?, ?, ?, ?, ?) "
                        + "on conflict do nothing",
                Tenancy.required(),
                Ids.next(),
                wanted.email(),
                wanted.name(),
                clock.instant());
        return sql.one(
                        "select id from app_user where tenant_id = ? and email = ?",
                        row -> row.uuid("id"),
                        Tenancy.required(),
                        wanted.email())
                .orElseThrow();
    }

    /** Users who hold something in one of those subtrees, by name, behind a place in that order. */
    List<GivenGrant.User> holders(Collection<String> roots, Criteria wanted, int limit) {
        var criteria = wanted.and("u.tenant_id = ?", Tenancy.required());
        var held = InSight.of(roots).and("r.user_id = u.id").and("r.role <> ?", Role.MEMBER.code());
        return sql.query(
                COLUMNS + "where " + criteria.where() + " and exists (select from role_grant r "
                        + "left join group_node g on g.tenant_id = r.tenant_id and g.id = r.group_id where "
                        + held.where() + ") order by u.name, u.id limit ?",
                UserStore::read,
                criteria.params(held.params(limit)));
    }

    private static GivenGrant.User read(Row row) {
        return new GivenGrant.User(
                row.uuid("id"), row.text("name"), row.optionalText("email"), row.flag("known"), Invitation.of(row));
    }
}
