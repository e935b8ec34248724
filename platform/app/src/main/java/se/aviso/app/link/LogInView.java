package se.aviso.app.link;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.PublicScreen;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.CallerAddress;
import se.aviso.app.security.RateLimit;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.link.AskedFor;

/** How a member logs in: with an account, or by a link that is sent to the address on file. */
@Named
@RequestScoped
@PublicScreen(path = "/public/log-in.xhtml")
public class LogInView {
    /** Forms that one network address may send in a minute. */
    private static final int PER_MINUTE = 6;

    private static final int TOO_MANY = 429;

    @Inject
    ShowHouse houses;

    @Inject
    AskForLogIn ask;

    @Inject
    RateLimit limit;

    @Inject
    CallerAddress callers;

    @Inject
    Address address;

    @Inject
    Texts texts;

    @Inject
    HttpServletRequest request;

    private ShowHouse.@Nullable House house;
    private boolean known = true;
    private String who = "";

    @PostConstruct
    void load() {
        var slug = address.text("tenant");
        house = slug.isPresent()
                ? houses.called(slug.get()).orElse(null)
                : houses.only().orElse(null);
        known = slug.isEmpty() || house != null;
    }

    /** Before anything is written: a tenant that is not there is 404. */
    public void open() {
        if (!known) {
            Absent.answer();
        }
    }

    /** Asks for a link; what is answered does not depend on whether there is such a member. */
    public @Nullable String send() {
        var asked = AskedFor.parse(who);
        var here = house;
        if (here == null || asked.isEmpty()) {
            return refused(texts.get("link.who.not"));
        }
        var wait = limit.secondsUntilFree(callers.of(request) + " log-in link", PER_MINUTE);
        if (wait > 0) {
            return tooOften(wait);
        }
        Tenancy.within(here.tenant(), () -> ask.ask(asked.get()));
        return "/public/log-in.xhtml?faces-redirect=true&sent=true&tenant=" + encoded(here.slug());
    }

    private @Nullable String tooOften(long seconds) {
        var answer = FacesContext.getCurrentInstance().getExternalContext();
        answer.setResponseStatus(TOO_MANY);
        answer.setResponseHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return refused(texts.with("link.tooOften", seconds));
    }

    private static @Nullable String refused(String why) {
        var faces = FacesContext.getCurrentInstance();
        faces.addMessage("who", new FacesMessage(FacesMessage.SEVERITY_ERROR, why, why));
        faces.validationFailed();
        return null;
    }

    /** Whose members log in here; nothing where the address does not say it and there are several. */
    public Optional<ShowHouse.House> house() {
        return Optional.ofNullable(house);
    }

    /** True behind the form. */
    public boolean isSent() {
        return address.has("sent", true);
    }

    /** True for who has just logged out. */
    public boolean isLeft() {
        return address.has("left", true);
    }

    /** Where the identity provider leads to afterwards. */
    public String getAccount() {
        return "/log-in?to=" + encoded(address.text("to").orElse(isLeft() ? "/" : "/my/home.xhtml"));
    }

    /** This page, encoded, as the change of language comes back to it. */
    public String getBack() {
        return encoded("/public/log-in.xhtml?" + (isSent() ? "sent=true&" : "")
                + (isLeft() ? "left=true&" : "")
                + (house == null ? "" : "tenant=" + house.slug()));
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
