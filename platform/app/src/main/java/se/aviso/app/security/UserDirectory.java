package se.aviso.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;

/**
 * The users of a tenant, as the identity provider knows them. Nobody is noted for logging in: only those are users to
 * whom something was granted, and they may have been so before they ever logged in.
 */
@ApplicationScoped
@Transactional
public class UserDirectory {
    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Somebody has logged in: whoever was invited by that proven address is them, and their name is kept. */
    public void arrived(String subject, String name, Optional<String> email) {
        var address = email.map(UserDirectory::normalised);
        address.ifPresent(proven -> meetInvitation(subject, proven));
        sql.update(
                "update app_user u set name = ?, logged_in_at = ?, email = case when exists (select from app_user o "
                        + "where o.tenant_id = u.tenant_id and o.email = ? and o.id <> u.id) then u.email "
                        + "else coalesce(?, u.email) end where u.tenant_id = ? and u.subject = ?",
                name,
                clock.instant(),
                address,
                address,
                Tenancy.required(),
                subject);
    }

    /** An address as it is compared. */
    public static String normalised(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private void meetInvitation(String subject, String email) {
        var tenant = Tenancy.required();
        var invited = sql.one(
                "select id from app_user where tenant_id = ? and email = ? and subject is null",
                row -> row.uuid("id"),
                tenant,
                email);
        var known = sql.one(
                "select id from app_user where tenant_id = ? and subject = ?", row -> row.uuid("id"), tenant, subject);
        if (invited.isPresent() && known.isPresent()) {
            passOn(invited.get(), known.get());
        } else if (invited.isPresent()) {
            sql.update(
                    "update app_user set subject = ? where tenant_id = ? and id = ?", subject, tenant, invited.get());
        }
    }

    /** Who was invited by a new address has what was granted to it; what they had already is not doubled. */
    private void passOn(UUID invited, UUID known) {
        var tenant = Tenancy.required();
        sql.update(
                "update role_grant r set user_id = ? where r.tenant_id = ? and r.user_id = ? and r.ended_at is null "
                        + "and not exists (select from role_grant o where o.tenant_id = r.tenant_id and o.user_id = ? "
                        + "and o.role = r.role and o.group_id is not distinct from r.group_id and o.ended_at is null)",
                known,
                tenant,
                invited,
                known);
        sql.update("update app_user set email = null where tenant_id = ? and id = ?", tenant, invited);
    }
}
