package se.aviso.app.screen;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link ForgottenPage} before what else is done about failures of pages. */
public class ForgottenPages extends ExceptionHandlerFactory {
    public ForgottenPages(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new ForgottenPage(getWrapped().getExceptionHandler());
    }
}
