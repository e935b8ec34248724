package se.aviso.app.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Tries a connection for an operator: which key the server shows, and, when it is the pinned one, what lies there. */
@ApplicationScoped
public class TryConnection {
    @Inject
    FindBankSources find;

    @Inject
    LookAtServer look;

    /** Tries it; nothing is fetched, and no transaction is open. */
    public LookAtServer.Seen tryOut(UUID source) {
        return look.tryOut(find.task(source));
    }
}
