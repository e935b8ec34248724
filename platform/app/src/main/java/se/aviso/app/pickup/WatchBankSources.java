package se.aviso.app.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import se.aviso.app.invoice.SwedishBankDays;
import se.aviso.pickup.Expectation;

/** Raises an alarm for an expected file that is missing, and ends it when one has come. */
@ApplicationScoped
@Transactional
public class WatchBankSources {
    private static final System.Logger LOG = System.getLogger(WatchBankSources.class.getName());

    @Inject
    BankSourceStore sources;

    @Inject
    AlarmStore alarms;

    @Inject
    SwedishBankDays bankDays;

    @Inject
    Clock clock;

    /** Looks at all sources once. */
    public void watch() {
        sources.all().forEach(this::watch);
    }

    private void watch(BankSource source) {
        var now = clock.instant();
        var missing = missing(source, now);
        if (missing.isPresent() && alarms.raise(source.id(), AlarmKind.MISSING, missing.get())) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "an expected bank file is missing: source {0}, since {1}",
                    source.id(),
                    missing.get());
        }
        // the end is the moment at which the file came: it is the late one, and stands for no other day
        var came = source.lastFile().map(BankSource.Last::at).orElse(now);
        if (missing.isEmpty() && alarms.end(source.id(), AlarmKind.MISSING, came)) {
            LOG.log(System.Logger.Level.INFO, "the missing bank file of source {0} has come", source.id());
        }
    }

    private Optional<Instant> missing(BankSource source, Instant now) {
        Expectation expectation = source.expected().expectation();
        return source.expected().since().flatMap(since -> {
            var lastEnd = alarms.lastEnd(source.id(), AlarmKind.MISSING);
            var last = source.lastFile().map(BankSource.Last::at);
            return expectation.missingSince(now, NoteLook.ZONE, bankDays, new Expectation.Seen(since, last, lastEnd));
        });
    }
}
