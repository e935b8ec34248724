package se.aviso.app.screen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import se.aviso.app.web.SpokenLanguage;

/** What the browser tells of whoever sits before it. */
@RequestScoped
public class Browser {
    @Inject
    HttpServletRequest request;

    /** The language that its user reads, of those that we speak. */
    public String language() {
        return SpokenLanguage.of(request.getHeader("Accept-Language")).getLanguage();
    }
}
