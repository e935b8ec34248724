package se.aviso.app.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.pickup.Arrival;

/** The short transactions round a look at a server: what is to be done, and how it went. */
@ApplicationScoped
@Transactional
public class NoteLook {
    /** Banks work in Swedish time, wherever the server stands. */
    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private static final System.Logger LOG = System.getLogger(NoteLook.class.getName());

    /** One that fails may be the line; several in a row are told. */
    private static final int SEVERAL = 3;

    @Inject
    BankSourceStore sources;

    @Inject
    SftpStore connections;

    @Inject
    AlarmStore alarms;

    @Inject
    Clock clock;

    /** All that a look needs. */
    record Task(BankSource source, SftpConnection connection, String secret, List<Arrival> before) {}

    List<UUID> due() {
        return sources.due(clock.instant());
    }

    /** The task of a source; nothing where it is gone meanwhile. */
    Optional<Task> begin(UUID source) {
        return sources.find(source)
                .flatMap(found -> connections
                        .find(source)
                        .map(connection ->
                                new Task(found, connection, connections.secret(source), connections.arrivals(source))));
    }

    /** What lies there and is not at rest yet. */
    void arrivals(UUID source, List<Arrival> arrivals) {
        connections.arrivals(source, arrivals);
    }

    /** A look that went well; soon followed by another where files are coming to rest. */
    void went(BankSource source, int found, Optional<Duration> soon) {
        var now = clock.instant();
        sources.looked(source.id(), now, found, Optional.empty());
        var planned = source.cadence().orElseThrow().next(now, ZONE);
        var next = soon.map(now::plus).filter(planned::isAfter).orElse(planned);
        sources.lookAt(source.id(), Optional.of(next));
        end(source, AlarmKind.FAILING, now);
        end(source, AlarmKind.HOST_KEY, now);
    }

    /**
     * A look that failed: it is done again later, but for a changed key, with which nothing is tried until a person has
     * looked.
     */
    void failed(BankSource source, LookFailure failure) {
        var now = clock.instant();
        var failures = source.look().failures() + 1;
        sources.looked(source.id(), now, 0, Optional.of(failure));
        LOG.log(System.Logger.Level.WARNING, "bank source {0}: {1}, {2} times", source.id(), failure, failures);
        if (failure == LookFailure.HOST_KEY_CHANGED) {
            raise(source, AlarmKind.HOST_KEY, now);
        }
        if (failures >= SEVERAL) {
            raise(source, AlarmKind.FAILING, now);
        }
        sources.lookAt(source.id(), again(source, failure, failures, now));
    }

    /** A look that a fault of ours has broken off. */
    void brokenOff(UUID source) {
        sources.find(source).ifPresent(found -> failed(found, LookFailure.BROKEN_OFF));
    }

    private static Optional<Instant> again(BankSource source, LookFailure failure, int failures, Instant now) {
        return switch (failure) {
            case HOST_KEY_CHANGED, HOST_KEY_UNPINNED -> Optional.empty();
            case UNREACHABLE, LOG_IN_REFUSED, FOLDER_MISSING, TOO_LARGE, NOT_CLEARED, BROKEN_OFF ->
                Optional.of(source.cadence().orElseThrow().retry(now, failures, ZONE));
        };
    }

    /** A look at the watched folder. */
    public void sawFolder(int found) {
        sources.looked(BankSource.FOLDER, clock.instant(), found, Optional.empty());
    }

    private void raise(BankSource source, AlarmKind kind, Instant since) {
        if (alarms.raise(source.id(), kind, since)) {
            LOG.log(System.Logger.Level.ERROR, "alarm {0} of bank source {1}", kind, source.id());
        }
    }

    private void end(BankSource source, AlarmKind kind, Instant at) {
        if (alarms.end(source.id(), kind, at)) {
            LOG.log(System.Logger.Level.INFO, "alarm {0} of bank source {1} is over", kind, source.id());
        }
    }
}
