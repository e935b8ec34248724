package se.aviso.app.screen;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import se.aviso.app.web.Trace;

/** The reference that an error page shows stands in the log, beside what went wrong. */
public class FailedPage implements SystemEventListener {
    private static final Logger LOG = System.getLogger(FailedPage.class.getName());

    @Override
    public void processEvent(SystemEvent event) {
        var failed = ((ExceptionQueuedEvent) event).getContext();
        if (!(failed.getException() instanceof ViewExpiredException)) {
            LOG.log(Level.ERROR, "page failed, trace " + Trace.current().orElse("none"), failed.getException());
        }
    }

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof ExceptionQueuedEventContext;
    }
}
