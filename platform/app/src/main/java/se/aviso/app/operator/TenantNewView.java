package se.aviso.app.operator;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.tenant.Edition;

/** Opens a tenant. */
@Named
@ViewScoped
@Screen(path = "/operator/new.xhtml", needs = Permission.INSTALLATION_RUN)
public class TenantNewView implements Serializable {
    @Inject
    transient OpenTenant open;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private String slug = "";
    private String name = "";
    private String organisationNumber = "";
    private Edition edition = Edition.STANDARD;
    private String adminName = "";
    private String adminEmail = "";
    private @Nullable UUID opened;

    /** Opens it, once however often it is sent, and shows it; stays where something is wrong. */
    public @Nullable String save() {
        if (opened == null) {
            notices.attempt(this::attempt, texts.get("operator.notOpened"));
        }
        return opened == null ? null : "/operator/tenant.xhtml?faces-redirect=true&id=" + opened;
    }

    private void attempt() {
        var number = Optional.of(organisationNumber.strip()).filter(text -> !text.isEmpty());
        var admin = new OpenTenant.Admin(adminName, adminEmail);
        opened = open.open(new OpenTenant.Wish(slug.strip(), name, number, edition, admin))
                .value();
        notices.done(texts.with("operator.opened", name.strip()));
    }

    public List<Edition> getEditions() {
        return Arrays.asList(Edition.values());
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getOrganisationNumber() {
        return organisationNumber;
    }

    public void setOrganisationNumber(String organisationNumber) {
        this.organisationNumber = organisationNumber;
    }

    public Edition getEdition() {
        return edition;
    }

    /** A choice without a value, which only a forged form has, is the smaller edition. */
    public void setEdition(@Nullable Edition edition) {
        this.edition = Objects.requireNonNullElse(edition, Edition.STANDARD);
    }

    public String getAdminName() {
        return adminName;
    }

    public void setAdminName(String adminName) {
        this.adminName = adminName;
    }

    public String getAdminEmail() {
        return adminEmail;
    }

    public void setAdminEmail(String adminEmail) {
        this.adminEmail = adminEmail;
    }
}
