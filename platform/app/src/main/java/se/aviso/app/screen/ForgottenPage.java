package se.aviso.app.screen;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import se.aviso.app.security.Interrupted;

/**
 * A form whose page has been forgotten meanwhile does nothing: its page is opened again and says so, and the browser
 * fills in what had been typed.
 */
class ForgottenPage extends ExceptionHandlerWrapper {
    ForgottenPage(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        for (var events = getUnhandledExceptionQueuedEvents().iterator(); events.hasNext(); ) {
            if (isForgotten(events.next())) {
                events.remove();
                openAgain(FacesContext.getCurrentInstance());
                return;
            }
        }
        getWrapped().handle();
    }

    private static boolean isForgotten(ExceptionQueuedEvent event) {
        return event.getContext().getException() instanceof ViewExpiredException;
    }

    private static void openAgain(FacesContext faces) {
        var answer = faces.getExternalContext();
        var request = (HttpServletRequest) answer.getRequest();
        Interrupted.mark(request);
        try {
            answer.redirect(Interrupted.page(request));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        faces.responseComplete();
    }
}
