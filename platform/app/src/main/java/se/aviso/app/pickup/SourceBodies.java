package se.aviso.app.pickup;

import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.RuleViolation;
import se.aviso.pickup.Cadence;
import se.aviso.pickup.Expectation;
import se.aviso.pickup.HostKey;

/** Sources of bank files as JSON. */
final class SourceBodies {
    private SourceBodies() {}

    /** What is expected: on which days, and before which time of day. */
    record Expected(Expectation.Days days, String by) {
        Expectation expectation() {
            return new Expectation(days, time(by));
        }

        static Expected of(Expectation expectation) {
            return new Expected(expectation.days(), expectation.by().toString());
        }
    }

    /** A time of day, to the minute. */
    static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip()).withSecond(0).withNano(0);
        } catch (DateTimeParseException none) {
            throw RuleViolation.at("/by", "bad-time", Map.of());
        }
    }

    /** What is wrong, and since when. */
    record AlarmBody(AlarmKind kind, Instant since) {}

    /** A source, and how it went last. */
    record Listed(
            UUID id,
            SourceKind kind,
            String name,
            Optional<Instant> lookedAt,
            Optional<Instant> nextLookAt,
            int found,
            Optional<LookFailure> failure,
            int failures,
            Optional<String> lastFile,
            Optional<Instant> lastFileAt,
            Expected expected,
            List<AlarmBody> alarms) {
        static Listed of(BankSource source) {
            return new Listed(
                    source.id(),
                    source.kind(),
                    source.name(),
                    source.look().at(),
                    source.look().next(),
                    source.look().found(),
                    source.look().failure(),
                    source.look().failures(),
                    source.lastFile().map(BankSource.Last::name),
                    source.lastFile().map(BankSource.Last::at),
                    Expected.of(source.expected().expectation()),
                    source.alarms().stream()
                            .map(alarm -> new AlarmBody(alarm.kind(), alarm.since()))
                            .toList());
        }
    }

    /** A source, and how it is reached; never by which secret. */
    record Seen(Listed source, Optional<Server> server) {
        static Seen of(FindBankSources.Found found) {
            return new Seen(
                    Listed.of(found.source()),
                    found.connection().map(connection -> Server.of(found.source(), connection)));
        }
    }

    /** How a server is reached. */
    record Server(
            String host,
            int port,
            String user,
            boolean byKey,
            Optional<String> hostKey,
            String folder,
            String pattern,
            Optional<String> archiveFolder,
            Optional<Integer> everyMinutes,
            List<Integer> hours) {
        static Server of(BankSource source, SftpConnection connection) {
            return new Server(
                    connection.host(),
                    connection.port(),
                    connection.user(),
                    connection.byKey(),
                    connection.hostKey().map(HostKey::fingerprint),
                    connection.folder(),
                    connection.pattern(),
                    Optional.of(connection.archiveFolder()).filter(folder -> !folder.isEmpty()),
                    source.cadence().map(Cadence::everyMinutes).filter(minutes -> minutes > 0),
                    source.cadence().map(each -> List.copyOf(each.hours())).orElse(List.of()));
        }
    }

    /** A server that is wished for. */
    record Wished(
            String name,
            String host,
            int port,
            String user,
            boolean byKey,
            Optional<String> password,
            Optional<String> privateKey,
            String folder,
            String pattern,
            Optional<String> archiveFolder,
            Optional<Integer> everyMinutes,
            Optional<List<Integer>> hours) {
        SourceWish wish() {
            return new SourceWish(
                    name,
                    new SourceWish.Server(host, port, user, byKey),
                    byKey ? privateKey : password,
                    folder,
                    pattern,
                    archiveFolder,
                    everyMinutes,
                    hours.orElse(List.of()));
        }
    }
}
