package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import se.aviso.app.security.Caller;
import se.aviso.kernel.RuleViolation;
import se.aviso.payment.Effects;
import se.aviso.payment.Foreseen;
import se.aviso.spi.bank.BankFormat;
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
    BankFileReader reader;

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
        return reader.formats();
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

    /**
     * Takes the tenant's sections of a file that serves several and was proven as a whole; twice is as good as once.
     *
     * @param sections by {@link SurveyBankFile.Part#identity}
     */
    public BankFileRecord takeShared(Vault.Kept kept, String name, Set<String> sections) {
        var received = receive.receiveShared(kept, name, sections);
        var before = receive.find(received.id());
        return switch (before.outcome().state()) {
            case DISCARDED, UNDONE -> before; // a person has decided
            case REHEARSED ->
                goOn(receive.wishBooked(before.id(), Optional.empty()).id(), Optional.empty());
            case RECEIVED, BOOKED, KNOWN, QUARANTINED -> goOn(before.id(), Optional.empty());
        };
    }

    /** Tells the tenant of a file that came for it alone and cannot be trusted; nothing of it is booked. */
    public BankFileRecord stop(Vault.Kept kept, String name, List<BankFileRecord.Fault> faults) {
        var received = receive.receiveShared(kept, name, Set.of());
        return received.known() ? receive.find(received.id()) : receive.stop(received.id(), faults);
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
        var file = reader.open(record.vaultId());
        var likeliest = reader.format(file);
        if (likeliest.isEmpty()) {
            return quarantine(record, reader.unknown(file));
        }
        var format = likeliest.get();
        if (wished.filter(name -> !name.equalsIgnoreCase(format.name().value())).isPresent()) {
            quarantine(
                    record,
                    BankFileReader.stopped("WRONG_FORMAT", "not " + wished.get() + ": it looks like " + format.name()));
            throw wrongFormat(wished.get(), format.name().value());
        }
        return prove(record, file, format);
    }

    private BankFileRecord prove(BankFileRecord file, VaultedFile bytes, BankFormat format) {
        var rules = receive.rules(file.id());
        var proving = new ProvingSink(rules);
        try {
            reader.prove(format, bytes, rules.narrowed(proving));
        } catch (RuleViolation untried) {
            throw untried; // the file stays as it came, and is taken up again
        } catch (RuntimeException unreadable) {
            LOG.log(System.Logger.Level.ERROR, "bank file " + file.id() + " cannot be read", unreadable);
            return quarantine(file, BankFileReader.unreadable(format));
        }
        var proof = proving.proof();
        var source = new BookPayments.Source(file.id(), format.name());
        var rehearsal = file.shown().onTrial();
        receive.prove(file.id(), format.name().value(), proof, rehearsal);
        if (proof.isSound()) {
            Consumer<Consumer<Chunk>> chunks =
                    each -> reader.read(format, bytes, rules.narrowed(new BookingSink(proof.sections(), each)));
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

    private BankFileRecord quarantine(BankFileRecord file, List<Problem> problems) {
        var proof = new Proof(List.of(), problems, Map.of());
        return receive.prove(file.id(), "", proof, file.shown().onTrial());
    }
}
