package se.aviso.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Grant;
import se.aviso.access.Role;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.TenantProfile;
import se.aviso.app.tenant.TenantStore;

/** Finds the tenant that a token names, and what the bearer was granted there. */
@ApplicationScoped
@Transactional
public class Recognition {
    private static final String GRANTS =
            "select r.user_id, r.role, coalesce(g.path, '/') as path, r.member_id, r.until "
                    + "from app_user u join role_grant r on r.tenant_id = u.tenant_id and r.user_id = u.id "
                    + "left join group_node g on g.tenant_id = r.tenant_id and g.id = r.group_id "
                    + "where u.tenant_id = ? and r.ended_at is null and (r.until is null or r.until >= ?) and ";

    @Inject
    TenantStore tenants;

    @Inject
    BusinessDate businessDate;

    @Inject
    MailboxStore mailboxes;

    @Inject
    Sql sql;

    /**
     * Somebody as the tenant knows them.
     *
     * @param user absent where nothing is granted
     */
    public record Known(Optional<UUID> user, List<Grant> grants) {}

    /** The tenant of that slug; asked before any tenant is known. */
    public Optional<TenantProfile> tenant(String slug) {
        return tenants.bySlug(slug);
    }

    /** What the subject may do in the thread's tenant on its day; what has ended is nothing. One query. */
    public Known recognise(String subject, TenantProfile tenant) {
        var found = sql.query(
                GRANTS + "u.subject = ? order by r.id",
                row -> new Found(row.uuid("user_id"), grant(row)),
                Tenancy.required(),
                businessDate.of(tenant),
                subject);
        return new Known(
                found.stream().map(Found::user).findFirst(),
                found.stream().map(Found::grant).toList());
    }

    /** What a user of the thread's tenant may do now. */
    public List<Grant> grants(UUID user) {
        return sql.query(
                GRANTS + "u.id = ? order by r.id", Recognition::grant, Tenancy.required(), businessDate.today(), user);
    }

    /** What somebody may do who came in by a link: what is theirs whose mailbox it is still. */
    List<Grant> grants(Guest guest) {
        var today = businessDate.today();
        return mailboxes.of(guest.members()).stream()
                .filter(owner -> owner.addresses().isOpenedBy(guest.mailbox(), today))
                .map(owner -> new Grant(Role.MEMBER, Grant.WHOLE_TREE, Optional.of(owner.member()), Optional.empty()))
                .toList();
    }

    private static Grant grant(Row row) {
        return new Grant(
                Role.of(row.integer("role")),
                row.text("path"),
                row.optionalUuid("member_id"),
                row.optionalDay("until"));
    }

    private record Found(UUID user, Grant grant) {}
}
