package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.web.HttpProblem;

/** Shows what examinations of the books found, to those who see the books of the whole tenant. */
@ApplicationScoped
@Transactional
public class FindBooksChecks {
    private static final int FORBIDDEN = 403;

    @Inject
    BooksCheckStore checks;

    @Inject
    Caller caller;

    /** The newest; none for those who see the books of some groups alone. */
    public List<BooksCheckStore.Examined> newest(int most) {
        return sees() ? checks.newest(most) : List.of();
    }

    /** One of them; answers 403 to those who see the books of some groups alone. */
    public Optional<BooksCheckStore.Examined> find(UUID id) {
        var found = checks.find(id);
        if (found.isPresent() && !sees()) {
            throw new HttpProblem(FORBIDDEN, "forbidden");
        }
        return found;
    }

    /** The last that came to its end. */
    public Optional<BooksCheckStore.Examined> last() {
        return sees() ? checks.last() : Optional.empty();
    }

    /** True for those who see the books of the whole tenant. */
    public boolean sees() {
        return caller.may(Permission.LEDGER_READ, "/");
    }
}
