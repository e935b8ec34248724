package se.aviso.bank.camt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.spi.bank.Place;

/** Reads an entry ({@code Ntry}): its fields whole, its details one after the other, for there may be any number. */
final class EntryReading {
    private static final int MOST_FIELDS = 1_000;

    private final Cursor cursor;
    private final Message message;
    private final Booking booking;
    private final Report report;

    EntryReading(Cursor cursor, Message message, Booking booking, Report report) {
        this.cursor = cursor;
        this.message = message;
        this.booking = booking;
        this.report = report;
    }

    /** Reads the entry that begins here. */
    void read(Account account, StatementTotals totals) throws IOException {
        report.beginEntry();
        var place = report.place(cursor.offset());
        var fields = new ArrayList<Element>();
        Optional<OpenEntry> open = Optional.empty();
        while (cursor.next() && cursor.isStart()) {
            if (cursor.name().equals("NtryDtls")) {
                open = Optional.of(open.isPresent() ? open.get() : open(fields, account, place, totals));
                details(open.get());
            } else {
                add(fields);
            }
        }
        var entry = open.isPresent() ? open.get() : open(fields, account, place, totals);
        entry.close(text(fields), report.place(cursor.offset()));
    }

    private void add(List<Element> fields) throws IOException {
        if (fields.size() >= MOST_FIELDS) {
            throw new Refusal("LARGE_PART", "the entry has more than " + MOST_FIELDS + " fields", cursor.offset());
        }
        fields.add(cursor.element());
    }

    private OpenEntry open(List<Element> fields, Account account, Place place, StatementTotals totals) throws Refusal {
        var head = EntryHead.of(entry(fields), account, report, place);
        head.ifPresentOrElse(totals::add, totals::addUnread);
        return OpenEntry.of(head, account, booking, message);
    }

    private static Element entry(List<Element> fields) {
        return new Element("Ntry", 0, "", "", fields);
    }

    private static Optional<String> text(List<Element> fields) {
        return entry(fields).text("AddtlNtryInf");
    }

    private void details(OpenEntry entry) throws IOException {
        if (!entry.isRead()) {
            cursor.skip();
            return;
        }
        var batch = new BatchCount(cursor.offset());
        while (cursor.next() && cursor.isStart()) {
            if (cursor.name().equals("TxDtls")) {
                batch.count();
                entry.take(cursor.element());
            } else if (cursor.name().equals("Btch")) {
                batch.declare(cursor.element());
            } else {
                cursor.skip();
            }
        }
        entry.end(batch);
    }
}
