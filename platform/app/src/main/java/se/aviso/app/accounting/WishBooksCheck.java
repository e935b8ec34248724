package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;

/** Asks for an examination of the books now; one that is under way answers for it. */
@ApplicationScoped
@Transactional
public class WishBooksCheck {
    @Inject
    BooksCheckStore checks;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** The examination that was begun, or is under way. */
    public UUID wish() {
        if (!caller.may(Permission.SETTING_WRITE, "/")) {
            throw HttpProblem.notFound();
        }
        return checks.underWay().orElseGet(() -> {
            var id = checks.wish(Optional.of(caller.name()));
            trail.record(Deed.ofTenant(Act.BOOKS_EXAMINED, Tenancy.required().value(), List.of()));
            return id;
        });
    }
}
