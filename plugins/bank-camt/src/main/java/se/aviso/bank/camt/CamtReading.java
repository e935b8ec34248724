package se.aviso.bank.camt;

import java.io.IOException;
import java.util.ArrayList;
import se.aviso.spi.bank.BankFile;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.FileStart;

/**
 * One reading of one file: the document, its header, its statements or notifications, its end.
 *
 * <p>What makes the rest of the file meaningless ends the reading with a {@link Refusal}; a field that makes no sense
 * is reported, and the reading goes on, so that a person sees all of them at once.
 */
final class CamtReading {
    private static final System.Logger LOG = System.getLogger(CamtReading.class.getName());

    private final Cursor cursor;
    private final Message message;
    private final BankFileSink sink;
    private final StatementReading statements;
    private boolean started;

    private CamtReading(Cursor cursor, Message message, BankFileSink sink, Accounts accounts, Report report) {
        this.cursor = cursor;
        this.message = message;
        this.sink = sink;
        this.statements = new StatementReading(cursor, message, new Sections(sink), accounts, report);
    }

    /**
     * Tells the sink what the file holds; an exception means that its bytes could not be read.
     *
     * @param profiles what the operator says of banks
     */
    static void read(BankFile file, Message message, BankFileSink sink, String profiles) throws IOException {
        var report = new Report(sink);
        try (var characters = ByteExactReader.open(file)) {
            var accounts = new Accounts(Profiles.with(profiles), report);
            new CamtReading(new Cursor(characters), message, sink, accounts, report).run();
        } catch (Refusal refusal) {
            if (refusal.code().equals(ProfileLine.FAULT)) {
                LOG.log(System.Logger.Level.ERROR, refusal.text()); // who hands files in cannot mend it
            }
            report.refused(refusal);
        }
    }

    private void run() throws IOException {
        cursor.next();
        var namespace = cursor.namespace();
        if (!message.isNamespace(namespace)) {
            throw new Refusal(
                    "NOT_" + message.format(),
                    "the document is no " + message.format() + " of a version that is read",
                    cursor.offset());
        }
        cursor.within(namespace);
        var bodies = new ArrayList<String>();
        while (cursor.next() && cursor.isStart()) {
            bodies.add(cursor.name());
            if (cursor.name().equals(message.body())) {
                body();
            } else {
                cursor.skip();
            }
        }
        if (!bodies.contains(message.body())) {
            throw new Refusal("NO_MESSAGE", "the document holds no " + message.body(), cursor.offset());
        }
        cursor.next(); // what follows the document's end must be nothing
        sink.fileClosed();
    }

    private void body() throws IOException {
        while (cursor.next() && cursor.isStart()) {
            if (cursor.name().equals("GrpHdr")) {
                header();
            } else if (cursor.name().equals(message.part())) {
                part();
            } else {
                cursor.skip();
            }
        }
    }

    private void header() throws IOException {
        var header = cursor.element();
        if (started) {
            throw new Refusal("SECOND_HEADER", "a second header (GrpHdr)", header.offset());
        }
        started = true;
        statements.in(header);
        var identity =
                header.text("MsgId").orElse("") + " " + header.text("CreDtTm").orElse("");
        sink.fileOpened(new FileStart(identity.strip(), false));
    }

    private void part() throws IOException {
        if (!started) {
            throw new Refusal("NO_HEADER", "the file has no header (GrpHdr) before its first account", cursor.offset());
        }
        statements.read();
    }
}
