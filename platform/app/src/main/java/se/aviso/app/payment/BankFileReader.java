package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.aviso.app.plugin.PluginCalls;
import se.aviso.app.plugin.PluginFailure;
import se.aviso.app.plugin.PluginHost;
import se.aviso.app.server.BankFormatConfig;
import se.aviso.kernel.RuleViolation;
import se.aviso.payment.FileKind;
import se.aviso.spi.PluginContext;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.BankFormat;
import se.aviso.spi.bank.Confidence;
import se.aviso.spi.bank.Head;
import se.aviso.spi.bank.Place;
import se.aviso.spi.bank.Problem;

/** Recognises the format of kept files and reads them by it; no transaction is open meanwhile. */
@ApplicationScoped
public class BankFileReader {
    private static final System.Logger LOG = System.getLogger(BankFileReader.class.getName());

    /** For a look at a file's head. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private static final Duration AT_LEAST = Duration.ofMinutes(2);
    private static final int BYTES_A_MILLISECOND = 200;

    @Inject
    Vault vault;

    @Inject
    PluginHost plugins;

    @Inject
    PluginCalls calls;

    @Inject
    BankFormatConfig config;

    @Inject
    Clock clock;

    /** A kept file as it lies in the vault. */
    VaultedFile open(UUID vaultId) {
        return new VaultedFile(vault, vault.kept(vaultId));
    }

    /** The names of the formats that are read, in the order of the alphabet. */
    List<String> formats() {
        return plugins.extensions(BankFormat.class).stream()
                .map(format -> format.name().value())
                .sorted()
                .toList();
    }

    /** How sure a format is; nothing where it could not be asked. */
    private record Look(BankFormat format, Optional<Confidence> sure) {
        private boolean knows() {
            return sure.filter(how -> how.compareTo(Confidence.NONE) > 0).isPresent();
        }
    }

    /**
     * The format that is surest of the file; none where none recognises it.
     *
     * @throws RuleViolation where none does, and one could not be asked: it may be that one's, so that nothing is said
     *     of the file yet
     */
    Optional<BankFormat> format(VaultedFile file) {
        var head = head(file);
        var looks = plugins.extensions(BankFormat.class).stream()
                .map(format -> new Look(format, sure(format, head)))
                .toList();
        var surest = looks.stream()
                .filter(Look::knows)
                .max(Comparator.comparing(look -> look.sure().orElse(Confidence.NONE)))
                .map(Look::format);
        if (surest.isEmpty() && looks.stream().anyMatch(look -> look.sure().isEmpty())) {
            throw resting();
        }
        return surest;
    }

    private static RuleViolation resting() {
        return RuleViolation.of("bank-reader-rests", Map.of());
    }

    /** What is wrong with a file that no format recognises. */
    List<Problem> unknown(VaultedFile file) {
        var kind = FileKind.of(head(file).bytes());
        var looks = Problem.note("LOOKS_LIKE_" + kind, "it looks like " + kind.words(), new Place(1, 0));
        return Stream.concat(
                        stopped("UNKNOWN_FORMAT", "no installed format recognises the file").stream(), Stream.of(looks))
                .toList();
    }

    /** One thing that stops a file as a whole. */
    static List<Problem> stopped(String code, String text) {
        return List.of(Problem.fatal(code, text, new Place(1, 0)));
    }

    /** What is wrong with a file on which its format failed. */
    static List<Problem> unreadable(BankFormat format) {
        return stopped("UNREADABLE", "the format " + format.name() + " failed on the file");
    }

    /**
     * Reads the file from its beginning within a time that grows with its length, for a sink that keeps nothing outside
     * of itself: what a plugin still says when it was given up reaches nobody.
     *
     * @throws PluginFailure when it does not come to its end
     * @throws RuleViolation when it could not be asked: nothing is said of the file yet
     */
    void prove(BankFormat format, VaultedFile file, BankFileSink sink) {
        var limit = AT_LEAST.plusMillis(file.size() / BYTES_A_MILLISECOND);
        try {
            calls.callInTurn(format, limit, () -> reading(format, file, sink));
        } catch (PluginFailure silent) {
            throw silent.kind().wasAsked() ? silent : resting();
        }
    }

    /** How many of these bytes are the record that begins with them; none where the format cannot tell. */
    int recordLength(String name, byte[] from) {
        return plugins.extensions(BankFormat.class).stream()
                .filter(format -> format.name().value().equals(name))
                .findFirst()
                .map(format -> length(format, from))
                .orElse(0);
    }

    private int length(BankFormat format, byte[] from) {
        try {
            return calls.callInTurn(format, LOOK, () -> format.recordLength(from));
        } catch (PluginFailure silent) {
            LOG.log(System.Logger.Level.WARNING, "where a record ends is not told", silent);
            return 0;
        }
    }

    /** Reads a file that is proven from its beginning; its sink books, and so no time ends it half-way. */
    void read(BankFormat format, VaultedFile file, BankFileSink sink) {
        PluginHost.calling(format, () -> reading(format, file, sink));
    }

    private BankFileSink reading(BankFormat format, VaultedFile file, BankFileSink sink) {
        try {
            format.read(file, sink, new PluginContext(config.of(plugins.pluginOf(format)), clock, false));
            return sink;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A format that was asked and fails to say how sure it is, is not. */
    private Optional<Confidence> sure(BankFormat format, Head head) {
        try {
            return Optional.of(calls.callInTurn(format, LOOK, () -> format.probe(head)));
        } catch (PluginFailure silent) {
            LOG.log(System.Logger.Level.ERROR, "format " + format.name() + " failed to probe", silent);
            return Optional.of(Confidence.NONE).filter(any -> silent.kind().wasAsked());
        }
    }

    private static Head head(VaultedFile file) {
        try (var bytes = file.open()) {
            return new Head(bytes.readNBytes(Head.LENGTH), file.name());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
