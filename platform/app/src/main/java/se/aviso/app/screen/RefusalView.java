package se.aviso.app.screen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import se.aviso.app.security.Attempts;
import se.aviso.app.web.ProblemTexts;
import se.aviso.app.web.Statuses;

/** What the error page says of whatever has no page of its own: in the words that the API has for the same. */
@Named("refusal")
@RequestScoped
public class RefusalView {
    private static final int BAD_REQUEST = 400;

    @Inject
    Desk desk;

    @Inject
    HttpServletRequest request;

    /** What it is called. */
    public String getTitle() {
        return texts().title(code(), status());
    }

    /** What happened. */
    public String getWhat() {
        return texts().detail(code(), Map.of("seconds", Long.toString(Attempts.wait(request))));
    }

    private String code() {
        return Statuses.code(status());
    }

    private ProblemTexts texts() {
        return ProblemTexts.in(desk.getLocale());
    }

    private int status() {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : BAD_REQUEST;
    }
}
