package se.aviso.app.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import se.aviso.app.access.GrantStore;
import se.aviso.app.access.UserStore;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.CreateGroup;
import se.aviso.app.group.GroupStore;
import se.aviso.app.identity.Provisioning;
import se.aviso.app.member.ImportMembers;
import se.aviso.app.member.MemberStore;
import se.aviso.app.member.MembershipTypeStore;
import se.aviso.app.plugin.ChangePluginChoice;
import se.aviso.app.plugin.SetUpPlugin;
import se.aviso.app.run.RunSettingStore;
import se.aviso.app.tenant.TenantProfile;
import se.aviso.app.tenant.TenantStore;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.group.Group;
import se.aviso.kernel.RuleViolation;

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
    UserStore users;

    @Inject
    GrantStore grants;

    @Inject
    MemberStore members;

    @Inject
    RunSettingStore runSettings;

    @Inject
    SetUpPlugin setUpPlugin;

    @Inject
    Provisioning provisioning;

    @Inject
    AuditTrail trail;

    /** The tenant as it is known already, or as the file says. */
    public TenantProfile identify(TenantFile file) {
        var wanted = file.profile();
        return tenants.bySlug(wanted.naming().slug()).orElse(wanted);
    }

    /** The plugins of the file that would be turned on for the thread's tenant: nobody has decided of them yet. */
    List<TenantFile.PluginEntry> undecided(TenantFile file) {
        return file.plugins().stream().filter(entry -> !isDecided(entry)).toList();
    }

    private boolean isDecided(TenantFile.PluginEntry entry) {
        var group =
                entry.group().flatMap(groups::bySlug).map(known -> known.id().value());
        return group.isPresent() == entry.group().isPresent() && setUpPlugin.isDecided(entry.plugin(), group);
    }

    /** Adds what is missing to the thread's tenant. */
    public void load(TenantFile file, TenantProfile tenant) throws IOException {
        if (tenants.bySlug(tenant.naming().slug()).isEmpty()) {
            tenants.add(tenant, file.edition());
        }
        file.hue().ifPresent(hue -> tenants.paint(tenant.id(), hue));
        file.summary().ifPresent(name -> tenants.summariseBy(tenant.id(), name));
        tenants.askPersonalNumber(tenant.id(), file.asksPersonalNumber());
        for (var entry : file.groups()) {
            if (groups.bySlug(entry.slug()).isEmpty()) {
                add(entry);
            }
        }
        file.types(this::path).forEach(types::add);
        file.plugins().forEach(this::turnOn);
        var csv = file.members();
        if (csv.isPresent()) {
            try (var reader = Files.newBufferedReader(csv.get())) {
                importMembers.run(reader);
            }
        }
        file.runSettings().ifPresent(runSettings::recordFirst);
        provisioning.haveOrganisation();
        file.users().forEach(this::grant);
        trail.record(Deed.ofTenant(Act.TENANT_LOADED, tenant.id().value(), List.of()));
    }

    /** A role that stands on no group holds for the whole tree. */
    private void grant(TenantFile.UserEntry user) {
        var named = group(user.group());
        var group = Optional.of(named)
                .filter(place -> user.role().mayStandOn(Optional.of(place.kind())))
                .map(place -> place.id().value());
        if (group.isEmpty() && !user.role().mayStandOn(Optional.empty())) {
            throw new IllegalArgumentException(user.role() + " does not stand on " + named.slug());
        }
        var member = user.memberNumber().flatMap(members::byNumber);
        var known = users.setUp(user.subject(), user.name(), user.email());
        grants.setUp(known, user.role(), group, member);
        provisioning.haveMember(known);
    }

    private void turnOn(TenantFile.PluginEntry entry) {
        var group = entry.group().map(slug -> group(slug).id().value());
        try {
            setUpPlugin.first(new ChangePluginChoice.Wanted(entry.plugin(), group, true, entry.settings()));
        } catch (RuleViolation refused) {
            throw new IllegalArgumentException(
                    "the settings of the plugin " + entry.plugin() + " are refused", refused);
        }
    }

    private void add(TenantFile.GroupEntry entry) throws IOException {
        var parent = entry.parent().flatMap(groups::bySlug).map(Group::id);
        var added = createGroup.create(new CreateGroup.Wish(
                entry.kind(), entry.name(), Optional.of(entry.slug()), parent, entry.publicForm(), entry.own()));
        if (entry.logo().isPresent()) {
            setLogo(added, entry.logo().get());
        }
    }

    private void setLogo(Group group, Path file) throws IOException {
        try (var picture = Files.newInputStream(file)) {
            createGroup.setLogo(group.id(), picture);
        } catch (RuleViolation refused) {
            throw new IllegalArgumentException(
                    file + " is no PNG or JPEG of at most 1 MB and 2000 x 2000 pixels", refused);
        }
    }

    private String path(String slug) {
        return group(slug).place().path();
    }

    private Group group(String slug) {
        return groups.bySlug(slug).orElseThrow(() -> new IllegalArgumentException("no group " + slug));
    }
}
