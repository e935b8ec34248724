package se.aviso.app.link;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.PublicScreen;
import se.aviso.app.screen.Secrecy;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.link.LinkKey;

/**
 * Where the link of a mail leads: a page with one button. Programs that follow the links of mails press none, so that
 * the link is still good when a person comes.
 */
@Named
@RequestScoped
@PublicScreen(path = "/public/enter.xhtml", perMinute = 30)
public class EnterView {
    @Inject
    LogInByLink logIn;

    @Inject
    ShowHouse houses;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    HttpServletRequest request;

    private Optional<LinkKey> key = Optional.empty();
    private ShowHouse.@Nullable House house;
    private boolean holds;

    @PostConstruct
    void load() {
        Secrecy.keep((HttpServletResponse) Faces.getExternalContext().getResponse());
        key = address.text("key").flatMap(LinkKey::parse);
        house = key.map(LinkKey::tenant).flatMap(houses::of).orElse(null);
        holds = key.filter(read -> Tenancy.within(read.tenant(), () -> logIn.holds(read.secret())))
                .isPresent();
    }

    /** Before anything is written: the language of the mail, and the answer to what is no link any more. */
    public void open() {
        var faces = FacesContext.getCurrentInstance();
        address.text("language").ifPresent(wanted -> {
            desk.speak(wanted);
            faces.getViewRoot().setLocale(desk.getLocale());
        });
        if (!holds) {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Uses the link up and logs in; a form that another site has sent does not come so far. */
    public @Nullable String enter() {
        var guest = key.flatMap(read -> Tenancy.within(read.tenant(), () -> logIn.enter(read.secret())));
        guest.ifPresent(known -> known.enter(request));
        holds = false;
        return guest.isPresent() ? "/my/home.xhtml?faces-redirect=true" : null;
    }

    /** True for a link that lets somebody in. */
    public boolean isHolding() {
        return holds;
    }

    /** The link, for the form. */
    public String getKey() {
        return key.map(LinkKey::text).orElse("");
    }

    /** The tenant of the link; nothing where it names none. */
    public Optional<ShowHouse.House> house() {
        return Optional.ofNullable(house);
    }
}
