package se.aviso.app.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import se.aviso.app.group.CreateGroup;
import se.aviso.app.group.GroupStore;
import se.aviso.app.member.ImportMembers;
import se.aviso.app.member.MembershipTypeStore;
import se.aviso.app.security.Role;
import se.aviso.app.tenant.TenantProfile;
import se.aviso.app.tenant.TenantStore;
import se.aviso.group.Group;

/** Brings a tenant's files into the database, all or nothing; what is there already is left as it is. */
@ApplicationScoped
@Transactional
public class LoadTenant {
    @Inject
    TenantStore tenants;

    @Inject
    GroupStore groups;

    @Inject
    CreateGroup createGroup;

    @Inject
    MembershipTypeStore types;

    @Inject
    ImportMembers importMembers;

    @Inject
    GrantStore grants;

    /** The tenant as it is known already, or as the file says. */
    public TenantProfile identify(TenantFile file) {
        var wanted = file.profile();
        return tenants.bySlug(wanted.naming().slug()).orElse(wanted);
    }

    /** Adds what is missing to the thread's tenant. */
    public void load(TenantFile file, TenantProfile tenant) throws IOException {
        if (tenants.bySlug(tenant.naming().slug()).isEmpty()) {
            tenants.add(tenant);
        }
        file.hue().ifPresent(hue -> tenants.paint(tenant.id(), hue));
        for (var entry : file.groups()) {
            if (groups.bySlug(entry.slug()).isEmpty()) {
                add(entry);
            }
        }
        file.types(this::path).forEach(types::add);
        var csv = file.members();
        if (csv.isPresent()) {
            try (var reader = Files.newBufferedReader(csv.get())) {
                importMembers.run(reader);
            }
        }
        file.users()
                .forEach(user ->
                        grants.add(user.subject(), Role.valueOf(user.role()), grantPath(user), user.memberNumber()));
    }

    private void add(TenantFile.GroupEntry entry) throws IOException {
        var parent = entry.parent().flatMap(groups::bySlug).map(Group::id);
        var added = createGroup.create(new CreateGroup.Wish(
                entry.kind(), entry.name(), Optional.of(entry.slug()), parent, entry.publicForm(), entry.own()));
        if (entry.logo().isPresent()) {
            createGroup.setLogo(added.id(), Files.readAllBytes(entry.logo().get()));
        }
    }

    /** A tenant admin's grant holds for the whole tree. */
    private String grantPath(TenantFile.UserEntry user) {
        return Role.valueOf(user.role()) == Role.TENANT_ADMIN ? "/" : path(user.group());
    }

    private String path(String slug) {
        return groups.bySlug(slug)
                .map(Group::place)
                .map(Group.Place::path)
                .orElseThrow(() -> new IllegalArgumentException("no group " + slug));
    }
}
