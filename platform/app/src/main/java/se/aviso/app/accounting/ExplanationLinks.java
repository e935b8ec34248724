package se.aviso.app.accounting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;

/** Whether other pages lead to an explanation: only for those who may see the seller's books. */
@Named
@RequestScoped
public class ExplanationLinks {
    @Inject
    FindExplanations find;

    @Inject
    Caller caller;

    /** Of an invoice. */
    public boolean invoice(UUID id) {
        return caller.may(Permission.LEDGER_READ) && find.seesInvoice(id);
    }

    /** Of what a seller keeps for a payer. */
    public boolean seller(UUID id) {
        return caller.may(Permission.LEDGER_READ) && find.seesSeller(id);
    }
}
