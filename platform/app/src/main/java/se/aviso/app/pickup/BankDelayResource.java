package se.aviso.app.pickup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;

/** Whether the tenant's money is late, over REST: a bank file is missing by which it comes. */
@Path("bank-delay")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BankDelayResource {
    @Inject
    FindBankSources find;

    /** Since when; nothing where nothing is late. */
    record Delay(boolean late, Optional<Instant> since) {}

    /** The delay. */
    @GET
    @Needs(Permission.BANK_FILE_READ)
    public Delay see() {
        var since = find.late();
        return new Delay(since.isPresent(), since);
    }
}
