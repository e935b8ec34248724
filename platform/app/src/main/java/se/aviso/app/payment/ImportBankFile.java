package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.plugin.PluginHost;
import se.aviso.kernel.RuleViolation;
import se.aviso.spi.PluginContext;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.BankFormat;
import se.aviso.spi.bank.Confidence;
import se.aviso.spi.bank.Head;
import se.aviso.spi.bank.Place;
import se.aviso.spi.bank.Problem;

/**
 * Takes a bank file from its bytes to booked payments: keep, recognise, prove, book.
 *
 * <p>Each step is a transaction of its own, so that a crash loses nothing: what was received is found again and gone on
 * with, what was booked is not booked twice.
 */
@ApplicationScoped
public class ImportBankFile {
    private static final System.Logger LOG = System.getLogger(ImportBankFile.class.getName());

    @Inject
    ReceiveBankFile receive;

    @Inject
    BookPayments book;

    @Inject
    Vault vault;

    @Inject
    PluginHost plugins;

    @Inject
    Clock clock;

    /** Keeps the bytes and books what they hold; bytes that were here before change nothing. */
    public BankFileRecord take(InputStream bytes, String name, String by, Optional<String> format) throws IOException {
        var received = receive.receive(bytes, name, by);
        var record = receive.find(received.id());
        if (received.known() && record.outcome().state() == BankFileState.BOOKED) {
            return record.outcome().isWhole() ? record.asKnown() : again(record, format);
        }
        return goOn(received.id(), format);
    }

    /** A section that was nobody's may have found its owner since; all else is known by the bank's keys. */
    private BankFileRecord again(BankFileRecord before, Optional<String> format) {
        var after = goOn(before.id(), format);
        return after.outcome().counts().equals(before.outcome().counts()) ? after.asKnown() : after;
    }

    /** Proves and books a received file, or goes on where a crash broke it off. */
    public BankFileRecord goOn(UUID id, Optional<String> wished) {
        var file = new VaultedFile(vault, vault.kept(receive.find(id).vaultId()));
        var head = new Head(head(file), file.name());
        var likeliest = plugins.extensions(BankFormat.class).stream()
                .filter(format -> sure(format, head).compareTo(Confidence.NONE) > 0)
                .max(Comparator.comparing(format -> sure(format, head)));
        if (likeliest.isEmpty()) {
            return quarantine(id, "UNKNOWN_FORMAT", "no installed format recognises the file");
        }
        var format = likeliest.get();
        if (wished.filter(name -> !name.equalsIgnoreCase(format.name().value())).isPresent()) {
            quarantine(id, "WRONG_FORMAT", "not " + wished.get() + ": it looks like " + format.name());
            throw RuleViolation.of(
                    "wrong-format",
                    Map.of("chosen", wished.get(), "looksLike", format.name().value()));
        }
        return proveAndBook(id, file, format);
    }

    private BankFileRecord proveAndBook(UUID id, VaultedFile file, BankFormat format) {
        var proving = new ProvingSink(receive.rules());
        try {
            read(format, file, proving);
        } catch (RuntimeException unreadable) {
            LOG.log(System.Logger.Level.ERROR, "bank file " + id + " cannot be read", unreadable);
            return quarantine(id, "UNREADABLE", "the format " + format.name() + " failed on the file");
        }
        var proof = proving.proof();
        var record = receive.prove(id, format.name().value(), proof);
        if (proof.isSound()) {
            read(
                    format,
                    file,
                    new BookingSink(
                            proof.sections(), chunk -> book.book(new BookPayments.Source(id, format.name()), chunk)));
            book.finish(id);
            record = receive.find(id);
        }
        LOG.log(
                System.Logger.Level.INFO,
                "bank file {0} is {1}: {2}",
                id,
                record.outcome().state(),
                record.outcome().counts());
        return record;
    }

    private BankFileRecord quarantine(UUID id, String code, String text) {
        var problem = Problem.fatal(code, text, new Place(1, 0));
        return receive.prove(id, "", new Proof(List.of(), List.of(problem), Map.of()));
    }

    private void read(BankFormat format, VaultedFile file, BankFileSink sink) {
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

    private static byte[] head(VaultedFile file) {
        try (var bytes = file.open()) {
            return bytes.readNBytes(Head.LENGTH);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
