package se.aviso.app.operator;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;

/** One tenant: what it is, and how it comes on at the identity provider. */
@Named
@ViewScoped
@Screen(path = "/operator/tenant.xhtml", needs = Permission.INSTALLATION_RUN)
public class TenantView implements Serializable {
    private static final UUID NONE = new UUID(0, 0);

    @Inject
    transient FindTenants find;

    @Inject
    transient ProvisionTenant provision;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private UUID id = NONE;
    private String alias = "";

    @PostConstruct
    void load() {
        id = address.id("id").orElse(NONE);
        if (tenant().isEmpty()) {
            Absent.answer();
        }
    }

    /** Tries once more what failed, and invites those again who have not come. */
    public String again() {
        if (notices.attempt(() -> provision.again(id), texts.get("operator.notAgain"))) {
            notices.done(texts.get("operator.again"));
        }
        return here();
    }

    /** Links the identity provider. */
    public @Nullable String link() {
        if (!notices.attempt(() -> provision.link(id, alias.strip()), texts.get("operator.notLinked"))) {
            return null;
        }
        notices.done(texts.with("operator.linked", alias.strip()));
        return here();
    }

    private String here() {
        return "/operator/tenant.xhtml?faces-redirect=true&id=" + id;
    }

    private Optional<SeenTenant> tenant() {
        return find.find(id);
    }

    /** The tenant as it is now; null where there is none. */
    public @Nullable SeenTenant getSeen() {
        return tenant().orElse(null);
    }

    /** True where Aviso does anything at the identity provider. */
    public boolean isProvisioning() {
        return provision.isOn();
    }

    public String getAlias() {
        return alias;
    }

    public void setAlias(String alias) {
        this.alias = alias;
    }
}
