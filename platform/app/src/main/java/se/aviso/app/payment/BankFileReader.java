package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.aviso.app.plugin.PluginCalls;
import se.aviso.app.plugin.PluginFailure;
import se.aviso.app.plugin.PluginHost;
import se.aviso.app.server.BankFormatConfig;
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

    /** The format that is surest of the file; none where none recognises it. */
    Optional<BankFormat> format(VaultedFile file) {
        var head = head(file);
        return plugins.extensions(BankFormat.class).stream()
                .filter(format -> sure(format, head).compareTo(Confidence.NONE) > 0)
                .max(Comparator.comparing(format -> sure(format, head)));
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
     */
    void prove(BankFormat format, VaultedFile file, BankFileSink sink) {
        var limit = AT_LEAST.plusMillis(file.size() / BYTES_A_MILLISECOND);
        calls.call(format, limit, () -> reading(format, file, sink));
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

    /** A format that fails to say how sure it is, is not. */
    private Confidence sure(BankFormat format, Head head) {
        try {
            return calls.call(format, LOOK, () -> format.probe(head));
        } catch (PluginFailure silent) {
            LOG.log(System.Logger.Level.ERROR, "format " + format.name() + " failed to probe", silent);
            return Confidence.NONE;
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
