package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.invariant.Check;
import se.aviso.invariant.Nights;

/** The steps of an examination of the books, each a transaction of its own: a check may take its time. */
@ApplicationScoped
@Transactional
public class ExamineBooks {
    @Inject
    BooksCheckStore checks;

    @Inject
    AccountDayStore days;

    @Inject
    TenantStore tenants;

    @Inject
    Clock clock;

    /** The examination that is under way, or that the night asks for; none when there is nothing to do. */
    Optional<UUID> next() {
        var begun = checks.underWay();
        if (begun.isPresent()) {
            return begun;
        }
        var night = Nights.begin(clock.instant(), tenants.of(Tenancy.required()).zone());
        return checks.wishedSince(night) ? Optional.empty() : Optional.of(checks.wish(Optional.empty()));
    }

    /** Makes one row of the many of a day; true when there may be more. */
    boolean fold() {
        return days.fold();
    }

    /** Asks a check; nothing where it holds. */
    Optional<BooksCheckStore.Finding> ask(Check check) {
        return checks.ask(check);
    }

    /** How many of the checks did not hold when they were asked last. */
    public int failed() {
        return checks.last().map(BooksCheckStore.Examined::failed).orElse(0);
    }

    /** Notes what was found. */
    void end(UUID id, int asked, List<BooksCheckStore.Finding> findings) {
        checks.end(id, asked, findings);
    }
}
