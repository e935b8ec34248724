package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invariant.Check;
import se.aviso.invariant.Checks;

/**
 * Examines a tenant's books by the checks of {@code aviso doctor} that are about money; the first öre that is off is
 * told to the log, and to the pages of those who answer for it.
 */
@ApplicationScoped
public class BooksExaminer {
    private static final System.Logger LOG = System.getLogger(BooksExaminer.class.getName());

    @Inject
    ExamineBooks steps;

    private volatile @Nullable List<Check> known;

    /** Does the examination that is due for the thread's tenant, if one is. */
    public void examineIfDue() {
        steps.next().ifPresent(this::examine);
    }

    private void examine(UUID id) {
        while (steps.fold()) {
            Thread.onSpinWait();
        }
        var checks = money();
        var findings = new ArrayList<BooksCheckStore.Finding>();
        checks.forEach(check -> steps.ask(check).ifPresent(findings::add));
        steps.end(id, checks.size(), findings);
        if (!findings.isEmpty()) {
            alarm(findings);
        }
    }

    private static void alarm(List<BooksCheckStore.Finding> findings) {
        LOG.log(
                System.Logger.Level.ERROR,
                "the books of tenant {0} are off: {1}",
                Tenancy.required().value().toString(),
                findings.stream()
                        .map(finding -> finding.check() + " (" + finding.violations() + ")")
                        .collect(Collectors.joining(", ")));
    }

    /** Read once: they stand in the library of the database. */
    private List<Check> money() {
        var read = known;
        if (read == null) {
            try {
                read = Checks.of(BooksExaminer.class.getClassLoader()).stream()
                        .filter(Check::money)
                        .toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            if (read.isEmpty()) {
                throw new IllegalStateException("there is no check of money to ask");
            }
            known = read;
        }
        return read;
    }
}
