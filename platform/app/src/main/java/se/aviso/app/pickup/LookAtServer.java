package se.aviso.app.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.aviso.pickup.Arrival;

/**
 * Looks at a server: what has come to rest is fetched, kept, handed on, and only then moved away or deleted. No
 * transaction is open while the server is talked to.
 *
 * <p>A file that is fetched once more, because the line or the product broke before it was moved away, has known bytes.
 */
@ApplicationScoped
public class LookAtServer {
    private static final System.Logger LOG = System.getLogger(LookAtServer.class.getName());
    private static final long MEGABYTE = 1_000_000;
    private static final int BLOCK = 1 << 16;

    /** So long at most for one look: what is left is for the next. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    @Inject
    NoteLook notes;

    @Inject
    PickUpFile pickUp;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "aviso.sftp.settle-seconds", defaultValue = "30")
    int settleSeconds;

    @Inject
    @ConfigProperty(name = "aviso.sftp.largest-megabytes", defaultValue = "1000")
    long largest;

    /** Looks at all servers whose time has come, one after the other; what fails at one harms no other. */
    public void lookAtAll() {
        for (var source : notes.due()) {
            try {
                notes.begin(source).ifPresent(this::look);
            } catch (RuntimeException failed) {
                LOG.log(System.Logger.Level.ERROR, "the look at bank source " + source + " failed", failed);
                notes.brokenOff(source);
            }
        }
    }

    private void look(NoteLook.Task task) {
        try (var visit = new SftpVisit(task.connection())) {
            visit.enter(task.secret());
            look(task, visit);
        } catch (LookException failed) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "the look at bank source " + task.source().id() + " failed",
                    failed);
            notes.failed(task.source(), failed.failure());
        }
    }

    private void look(NoteLook.Task task, SftpVisit visit) throws LookException {
        var now = clock.instant();
        var wait = Duration.ofSeconds(Math.max(1, settleSeconds));
        var before = task.before().stream().collect(Collectors.toMap(Arrival::name, Function.identity()));
        var found = visit.list(now).stream()
                .map(arrival -> Optional.ofNullable(before.get(arrival.name()))
                        .map(arrival::after)
                        .orElse(arrival))
                .toList();
        notes.arrivals(task.source().id(), found);
        var left = new ArrayList<Arrival>();
        var failure = Optional.<LookFailure>empty();
        for (var arrival : found) {
            var inTime = clock.instant().isBefore(now.plus(LONGEST));
            try {
                if (!inTime || !arrival.isSettled(now, wait) || !fetch(task, visit, arrival)) {
                    left.add(arrival);
                }
            } catch (LookException failed) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "a file of bank source " + task.source().id() + " failed",
                        failed);
                left.add(arrival); // one file stands in no other's way
                failure = failure.or(() -> Optional.of(failed.failure()));
            }
        }
        notes.arrivals(task.source().id(), left);
        if (failure.isPresent()) {
            notes.failed(task.source(), failure.get());
        } else {
            notes.went(task.source(), found.size(), left.isEmpty() ? Optional.empty() : Optional.of(wait));
        }
    }

    /** Fetches a file; false where it turned out to be still growing. */
    private boolean fetch(NoteLook.Task task, SftpVisit visit, Arrival arrival) throws LookException {
        if (arrival.size() > largest * MEGABYTE) {
            throw new LookException(LookFailure.TOO_LARGE);
        }
        var copy = temporary();
        try {
            if (!copy(visit, arrival, copy)) {
                return false;
            }
            take(task.source().id(), arrival.name(), copy);
            visit.clear(arrival.name(), clock.instant());
            return true;
        } catch (IOException broken) {
            throw new LookException(LookFailure.BROKEN_OFF, broken);
        } finally {
            delete(copy);
        }
    }

    private void take(UUID source, String name, Path copy) throws IOException {
        try (var bytes = Files.newInputStream(copy)) {
            pickUp.take(bytes, new Came(source, name, Optional.empty()));
        }
    }

    /** Copies so many bytes as were announced; true when there were neither more nor fewer. */
    private boolean copy(SftpVisit visit, Arrival arrival, Path copy) throws IOException {
        var deadline = clock.instant().plus(LONGEST);
        var total = 0L;
        try (InputStream from = visit.read(arrival.name());
                var to = Files.newOutputStream(copy)) {
            var block = new byte[BLOCK];
            for (var read = from.read(block); read >= 0 && total <= arrival.size(); read = from.read(block)) {
                to.write(block, 0, read);
                total += read;
                requireBefore(deadline);
            }
        }
        return total == arrival.size();
    }

    private void requireBefore(Instant deadline) throws IOException {
        if (clock.instant().isAfter(deadline)) {
            throw new IOException("the server sends too slowly");
        }
    }

    private static Path temporary() throws LookException {
        try {
            return Files.createTempFile("aviso-bank-", ".part"); // for its owner's eyes only
        } catch (IOException full) {
            throw new LookException(LookFailure.BROKEN_OFF, full);
        }
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException kept) {
            LOG.log(System.Logger.Level.WARNING, "a copy of a bank file could not be deleted", kept);
        }
    }

    /** What lies at a server, for somebody who tries the connection; nothing is fetched. */
    Seen tryOut(NoteLook.Task task) {
        try (var visit = new SftpVisit(task.connection())) {
            try {
                visit.enter(task.secret());
                var names =
                        visit.list(clock.instant()).stream().map(Arrival::name).toList();
                return new Seen(visit.shown().map(Object::toString), Optional.empty(), names);
            } catch (LookException failed) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "trying bank source " + task.source().id() + " failed",
                        failed);
                return new Seen(visit.shown().map(Object::toString), Optional.of(failed.failure()), List.of());
            }
        }
    }

    /**
     * What a trial has shown.
     *
     * @param hostKey the fingerprint of the key that the server has shown
     * @param failure absent where all is well
     */
    public record Seen(Optional<String> hostKey, Optional<LookFailure> failure, List<String> names) {
        public Seen {
            names = List.copyOf(names);
        }
    }
}
