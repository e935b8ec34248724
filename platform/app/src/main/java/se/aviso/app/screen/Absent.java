package se.aviso.app.screen;

import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a view does when it is asked for what is not there, or is somebody else's: the two are never told apart. */
public final class Absent {
    private static final int NOT_FOUND = 404;

    private Absent() {}

    /** Answers 404; the page must bear to be built without its subject meanwhile. */
    public static void answer() {
        var faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().responseSendError(NOT_FOUND, "");
            faces.responseComplete();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
