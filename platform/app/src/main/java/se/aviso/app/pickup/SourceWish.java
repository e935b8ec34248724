package se.aviso.app.pickup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.pickup.Cadence;
import se.aviso.pickup.NamePattern;

/**
 * A server as an operator wishes it to be reached.
 *
 * @param secret the password or the private key; absent where the one that is kept shall stay
 * @param archiveFolder where fetched files are moved; absent where they are deleted
 * @param everyMinutes between looks; absent where hours are named
 */
public record SourceWish(
        String name,
        Server server,
        Optional<String> secret,
        String folder,
        String pattern,
        Optional<String> archiveFolder,
        Optional<Integer> everyMinutes,
        List<Integer> hours) {
    private static final int LONGEST = 200;
    private static final int LONGEST_SECRET = 20_000;
    private static final int MOST_PORTS = 65_535;
    private static final int HOURS = 24;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?");

    public SourceWish {
        hours = List.copyOf(hours);
    }

    /** Where it is, and who Aviso is there. */
    public record Server(String host, int port, String user, boolean byKey) {}

    /** The connection that is wished for, before anybody has pinned its key. */
    SftpConnection connection() {
        return new SftpConnection(
                server.host().strip(),
                server.port(),
                server.user().strip(),
                server.byKey(),
                Optional.empty(),
                folder.strip(),
                pattern.strip(),
                archiveFolder.map(String::strip).orElse(""));
    }

    Cadence cadence() {
        return everyMinutes.map(Cadence::every).orElseGet(() -> Cadence.at(hours));
    }

    /**
     * Refuses a wish that cannot be met, with all that is wrong with it.
     *
     * @param secretKept true where a secret of that kind is there already
     */
    void require(boolean secretKept) {
        var faults = new ArrayList<Fault>();
        text(faults, "/name", name);
        if (!HOST.matcher(server.host().strip()).matches()) {
            faults.add(new Fault("bad-host", "/host", Map.of()));
        }
        if (server.port() < 1 || server.port() > MOST_PORTS) {
            faults.add(new Fault("bad-port", "/port", Map.of()));
        }
        text(faults, "/user", server.user());
        text(faults, "/folder", folder);
        if (!NamePattern.isOne(pattern.strip())) {
            faults.add(new Fault("bad-pattern", "/pattern", Map.of()));
        }
        archiveFolder.ifPresent(archive -> {
            text(faults, "/archiveFolder", archive);
            if (archive.strip().equals(folder.strip())) {
                faults.add(new Fault("archive-is-folder", "/archiveFolder", Map.of()));
            }
        });
        secret(faults, secretKept);
        times(faults);
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
    }

    private void secret(List<Fault> faults, boolean kept) {
        var given = secret.filter(text -> !text.isBlank());
        if (given.isEmpty() && !kept) {
            faults.add(new Fault("secret-missing", secretAt(), Map.of()));
        }
        given.ifPresent(text -> {
            if (text.length() > LONGEST_SECRET || (server.byKey() && !SftpVisit.isKey(text))) {
                faults.add(new Fault(server.byKey() ? "bad-private-key" : "bad-text", secretAt(), Map.of()));
            }
        });
    }

    private String secretAt() {
        return server.byKey() ? "/privateKey" : "/password";
    }

    private void times(List<Fault> faults) {
        var minutes = everyMinutes.orElse(0);
        if (minutes < 0 || minutes > Cadence.LONGEST || (minutes == 0) == hours.isEmpty()) {
            faults.add(new Fault("bad-cadence", "/everyMinutes", Map.of()));
        }
        if (hours.stream().anyMatch(hour -> hour < 0 || hour >= HOURS)) {
            faults.add(new Fault("bad-hours", "/hours", Map.of()));
        }
    }

    private static void text(List<Fault> faults, String pointer, String value) {
        if (value.isBlank() || value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            faults.add(new Fault("bad-text", pointer, Map.of()));
        }
    }
}
