package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.aviso.app.plugin.PluginHost;
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

    @Inject
    Vault vault;

    @Inject
    PluginHost plugins;

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

    /** Reads the file from its beginning. */
    void read(BankFormat format, VaultedFile file, BankFileSink sink) {
        var context = new PluginContext(Map.of(), clock, false);
        PluginHost.calling(format, () -> {
            try {
                format.read(file, sink, context);
                return sink;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    /** A format that fails to say how sure it is, is not. */
    private static Confidence sure(BankFormat format, Head head) {
        try {
            return format.probe(head);
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, "format " + format.name() + " failed to probe", broken);
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
