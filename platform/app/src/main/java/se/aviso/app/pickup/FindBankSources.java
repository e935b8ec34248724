package se.aviso.app.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.kernel.RuleViolation;

/** Shows operators where bank files come from, and what needs them. */
@ApplicationScoped
@Transactional
public class FindBankSources {
    /** Whose money came by a source so long ago is told no more when it is late. */
    private static final Duration STILL_SERVED = Duration.ofDays(60);

    @Inject
    BankSourceStore sources;

    @Inject
    SftpStore connections;

    @Inject
    PickedFileStore files;

    @Inject
    AlarmStore alarms;

    @Inject
    NoteLook notes;

    @Inject
    Clock clock;

    /** A source, and how it is reached if it is a server. */
    public record Found(BankSource source, Optional<SftpConnection> connection) {}

    /** How much waits for an operator. */
    public record Waiting(long alarms, long files) {
        /** True when nothing does. */
        public boolean none() {
            return alarms == 0 && files == 0;
        }
    }

    /** All of them. */
    public List<BankSource> all() {
        return sources.all();
    }

    /** One of them. */
    public Optional<Found> find(UUID id) {
        return sources.find(id).map(source -> new Found(source, connections.find(id)));
    }

    /** What somebody needs who tries a connection. */
    NoteLook.Task task(UUID id) {
        return notes.begin(id).orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
    }

    /** What waits. */
    public Waiting waiting() {
        return new Waiting(alarms.open(), files.count(Set.of(PickedState.WAITING, PickedState.QUARANTINED)));
    }

    /** Since when money of the thread's tenant is late: an expected file is missing by which it comes. */
    public Optional<Instant> late() {
        return alarms.late(clock.instant().minus(STILL_SERVED));
    }
}
