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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import se.aviso.app.plugin.PluginHost;
import se.aviso.app.security.Caller;
import se.aviso.kernel.RuleViolation;
import se.aviso.payment.Effects;
import se.aviso.payment.FileKind;
import se.aviso.payment.Foreseen;
import se.aviso.spi.PluginContext;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.BankFormat;
import se.aviso.spi.bank.Confidence;
import se.aviso.spi.bank.Head;
import se.aviso.spi.bank.Place;
import se.aviso.spi.bank.Problem;

/**
 * Takes a bank file from its bytes to booked payments: keep, recognise, prove, rehearse if asked to, book.
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
    RehearsePayments rehearse;

    @Inject
    Vault vault;

    @Inject
    PluginHost plugins;

    @Inject
    Clock clock;

    /** What somebody hands in, and how it is to be taken. */
    public record Handed(String name, By by, Optional<String> format, boolean rehearsal) {}

    /**
     * Who hands in.
     *
     * @param user none where the file came by itself: it may bring money to any group
     */
    public record By(String name, Optional<UUID> user) {
        /** The one who calls. */
        public static By of(Caller caller) {
            return new By(caller.name(), Optional.of(caller.userId()));
        }
    }

    /** The names of the formats that are read, in the order of the alphabet. */
    public List<String> formats() {
        return plugins.extensions(BankFormat.class).stream()
                .map(format -> format.name().value())
                .sorted()
                .toList();
    }

    /** Keeps the bytes and books what they hold, or shows what booking would do; known bytes change nothing. */
    public BankFileRecord take(InputStream bytes, Handed handed) throws IOException {
        var received = receive.receive(bytes, handed);
        var before = receive.find(received.id());
        requireNoOther(before, handed.format());
        if (received.known() && before.outcome().state() == BankFileState.BOOKED) {
            var done = handed.rehearsal() || (before.outcome().isWhole() && !receive.isOvertaken(before.id()));
            return done ? before.asKnown() : again(before, handed.format());
        }
        if (!received.known()) {
            return goOn(received.id(), handed.format());
        }
        var record = handed.rehearsal()
                ? receive.wishRehearsed(received.id(), handed.by().user())
                : receive.wishBooked(received.id(), handed.by().user());
        var underWay = handed.rehearsal() && !record.shown().onTrial();
        return underWay ? record : goOn(record.id(), handed.format());
    }

    /** Known bytes are of the format that was read: a wrong choice says so, and leaves what was read of them. */
    private static void requireNoOther(BankFileRecord known, Optional<String> wished) {
        var format = known.format().filter(name -> !name.isEmpty());
        if (format.isPresent()
                && wished.filter(name -> !name.equalsIgnoreCase(format.get())).isPresent()) {
            throw wrongFormat(wished.get(), format.get());
        }
    }

    private static RuleViolation wrongFormat(String chosen, String looksLike) {
        return RuleViolation.of("wrong-format", Map.of("chosen", chosen, "looksLike", looksLike));
    }

    /**
     * A section that was nobody's may have found its owner since, and what another file brought may have been undone;
     * all else is known by the bank's keys.
     */
    private BankFileRecord again(BankFileRecord before, Optional<String> format) {
        var after = goOn(before.id(), format);
        return after.outcome().counts().equals(before.outcome().counts()) ? after.asKnown() : after;
    }

    /** Books a rehearsed file, by the same rules and on the books as they are now; harmless when it is booked. */
    public BankFileRecord book(UUID id, By by) {
        var record = receive.find(id);
        return switch (record.outcome().state()) {
            case REHEARSED, RECEIVED -> {
                receive.wishBooked(id, by.user());
                yield goOn(id, Optional.empty());
            }
            case BOOKED, KNOWN -> record;
            case QUARANTINED -> throw RuleViolation.of("bank-file-stopped", Map.of());
            case DISCARDED -> throw RuleViolation.of("bank-file-discarded", Map.of());
            case UNDONE -> throw RuleViolation.of("bank-file-undone", Map.of());
        };
    }

    /** Proves and books or rehearses a received file, or goes on where a crash broke it off. */
    public BankFileRecord goOn(UUID id, Optional<String> wished) {
        var record = receive.find(id);
        var file = new VaultedFile(vault, vault.kept(record.vaultId()));
        var head = new Head(head(file), file.name());
        var likeliest = plugins.extensions(BankFormat.class).stream()
                .filter(format -> sure(format, head).compareTo(Confidence.NONE) > 0)
                .max(Comparator.comparing(format -> sure(format, head)));
        if (likeliest.isEmpty()) {
            return quarantine(record, unknown(FileKind.of(head.bytes())));
        }
        var format = likeliest.get();
        if (wished.filter(name -> !name.equalsIgnoreCase(format.name().value())).isPresent()) {
            quarantine(record, stopped("WRONG_FORMAT", "not " + wished.get() + ": it looks like " + format.name()));
            throw wrongFormat(wished.get(), format.name().value());
        }
        return prove(record, file, format);
    }

    private BankFileRecord prove(BankFileRecord file, VaultedFile bytes, BankFormat format) {
        var proving = new ProvingSink(receive.rules(file.id()));
        try {
            read(format, bytes, proving);
        } catch (RuntimeException unreadable) {
            LOG.log(System.Logger.Level.ERROR, "bank file " + file.id() + " cannot be read", unreadable);
            return quarantine(file, stopped("UNREADABLE", "the format " + format.name() + " failed on the file"));
        }
        var proof = proving.proof();
        var source = new BookPayments.Source(file.id(), format.name());
        var rehearsal = file.shown().onTrial();
        receive.prove(file.id(), format.name().value(), proof, rehearsal);
        if (proof.isSound()) {
            Consumer<Consumer<Chunk>> chunks = each -> read(format, bytes, new BookingSink(proof.sections(), each));
            if (rehearsal) {
                rehearse(source, chunks);
            } else {
                book(source, chunks);
            }
        }
        var record = receive.find(file.id());
        LOG.log(
                System.Logger.Level.INFO,
                "bank file {0} is {1}: {2}",
                record.id(),
                record.outcome().state(),
                record.outcome().counts());
        return record;
    }

    private void book(BookPayments.Source source, Consumer<Consumer<Chunk>> chunks) {
        chunks.accept(chunk -> book.book(source, chunk));
        book.finish(source.file());
    }

    private void rehearse(BookPayments.Source source, Consumer<Consumer<Chunk>> chunks) {
        var foreseen = Foreseen.nothing();
        var effects = new AtomicReference<>(Effects.none());
        chunks.accept(chunk -> {
            var lines = rehearse.rehearse(source, chunk, foreseen);
            effects.updateAndGet(before -> before.plus(lines));
        });
        rehearse.finish(source.file(), Objects.requireNonNull(effects.get()));
    }

    private static List<Problem> stopped(String code, String text) {
        return List.of(Problem.fatal(code, text, new Place(1, 0)));
    }

    private static List<Problem> unknown(FileKind kind) {
        var looks = Problem.note("LOOKS_LIKE_" + kind, "it looks like " + kind.words(), new Place(1, 0));
        return Stream.concat(
                        stopped("UNKNOWN_FORMAT", "no installed format recognises the file").stream(), Stream.of(looks))
                .toList();
    }

    private BankFileRecord quarantine(BankFileRecord file, List<Problem> problems) {
        var proof = new Proof(List.of(), problems, Map.of());
        return receive.prove(file.id(), "", proof, file.shown().onTrial());
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
