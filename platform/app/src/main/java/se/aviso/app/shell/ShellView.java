package se.aviso.app.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.access.Permission;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.ScreenGate;
import se.aviso.app.security.Caller;
import se.aviso.app.security.Interrupted;
import se.aviso.app.security.Visitor;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.ShowTenant;

/** What stands round every page. Its parts are empty for those who have not logged in. */
@Named("shell")
@RequestScoped
public class ShellView {
    private static final Set<String> THEMES = Set.of("light", "dark");
    private static final Set<String> DENSITIES = Set.of("compact");
    private static final int DEFAULT_HUE = 222;
    private static final String WHOLE_TREE = "/";

    @Inject
    ShowTenant tenant;

    @Inject
    ShowLogo logo;

    @Inject
    Caller caller;

    @Inject
    Desk desk;

    @Inject
    HttpServletRequest request;

    private String tenantName = "Aviso";
    private Optional<LocalDate> today = Optional.empty();
    private int hue = DEFAULT_HUE;
    private boolean withLogo;
    private boolean interrupted;

    @PostConstruct
    void load() {
        interrupted = "GET".equals(request.getMethod()) && Visitor.isIn(request) && Interrupted.take(request);
        if (Tenancy.current().isPresent()) {
            tenantName = tenant.profile().naming().name();
            today = Optional.of(tenant.today());
            hue = tenant.hue();
            withLogo = logo.exists();
        }
    }

    /** True when somebody has logged in who has a tenant here. */
    public boolean isKnown() {
        return Visitor.isIn(request) && Tenancy.current().isPresent();
    }

    /** True when somebody has logged in, whether or not there is anything here for him. */
    public boolean isLoggedIn() {
        return Visitor.isIn(request);
    }

    public String getTenantName() {
        return tenantName;
    }

    /** The tenant's day. */
    public Optional<LocalDate> today() {
        return today;
    }

    /** The hue of the tenant's accent. */
    public int getHue() {
        return hue;
    }

    /** True when the tenant has a logo. */
    public boolean isWithLogo() {
        return withLogo;
    }

    public String getUserName() {
        return isKnown() ? caller.name() : "";
    }

    /** The first letters of the user's names. */
    public String getInitials() {
        return Arrays.stream(getUserName().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }

    /** The group worked with; empty is all that the user may see. */
    public String getGroupName() {
        return desk.group().map(Desk.Chosen::name).orElse("");
    }

    /** True for those who may see groups, and so choose among them. */
    public boolean isChoosing() {
        return isKnown() && caller.may(Permission.GROUP_READ);
    }

    /** True for those who may see the whole tree. */
    public boolean isFederation() {
        return isKnown() && caller.may(Permission.GROUP_READ, WHOLE_TREE);
    }

    /** True for those who may search. */
    public boolean isSearching() {
        return isKnown() && caller.may(Permission.MEMBER_READ);
    }

    /** True on the first page after a form for which nobody waited any more. */
    public boolean isInterrupted() {
        return interrupted;
    }

    /** The id under which the request is found in the log. */
    public String getReference() {
        return ScreenGate.traceOf(request);
    }

    /** What the user has chosen, or nothing for the system's choice. */
    public String getTheme() {
        return cookie("theme", THEMES);
    }

    /** What the user has chosen, or nothing for the normal one. */
    public String getDensity() {
        return cookie("density", DENSITIES);
    }

    private String cookie(String name, Set<String> known) {
        return Optional.ofNullable(request.getCookies())
                .map(Arrays::stream)
                .orElseGet(Stream::empty)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(known::contains)
                .findFirst()
                .orElse("");
    }
}
