package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.kernel.RunId;

/**
 * Whether the caller works for all who sell what a run has issued: what is taken back stands in their series and books,
 * so the rule is that of credit notes and write-offs.
 */
@ApplicationScoped
public class RunSellers {
    @Inject
    RecallStore documents;

    @Inject
    Caller caller;

    /** True when there is no document of another seller; whoever works for all of them need not be looked up. */
    boolean areCallers(RunId run) {
        return caller.may(Permission.INVOICE_WRITE, Grant.WHOLE_TREE)
                || documents.sellers(run).stream().allMatch(path -> caller.may(Permission.INVOICE_WRITE, path));
    }
}
