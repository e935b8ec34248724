package se.aviso.bank.camt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.aviso.spi.bank.Place;

/**
 * Reads a statement (camt.053) or notification (camt.054): its account, its entries, and what it says they add up to.
 */
final class StatementReading {
    private static final int MOST_FIELDS = 1_000;
    private static final Set<String> FIELDS =
            Set.of("Id", "StmtPgntn", "NtfctnPgntn", "CreDtTm", "CpyDplctInd", "Acct", "Bal", "TxsSummry");
    private static final Element NOTHING = new Element("", 0, "", "", List.of());

    private final Cursor cursor;
    private final Sections sections;
    private final Report report;
    private final Accounts accounts;
    private final EntryReading entries;
    private final String part;
    /** Those that had entries: of them a file has no more than of sections. */
    private final Set<String> read = new HashSet<>();

    private Element header = NOTHING;

    StatementReading(Cursor cursor, Message message, Sections sections, Accounts accounts, Report report) {
        this.cursor = cursor;
        this.sections = sections;
        this.report = report;
        this.accounts = accounts;
        this.entries = new EntryReading(cursor, message, new Booking(sections, accounts, report), report);
        this.part = message.part();
    }

    /** All statements stand in a file with this header. */
    void in(Element fileHeader) {
        header = fileHeader;
    }

    /** Reads the statement that begins here. */
    void read() throws IOException {
        var begin = cursor.offset();
        var fields = new ArrayList<Element>();
        var totals = new StatementTotals();
        Optional<Account> account = Optional.empty();
        while (cursor.next() && cursor.isStart()) {
            if (cursor.name().equals("Ntry")) {
                account = Optional.of(account.isPresent() ? account.get() : account(fields, begin));
                entries.read(account.get(), totals);
            } else if (FIELDS.contains(cursor.name())) {
                add(fields);
            } else {
                cursor.skip();
            }
        }
        sections.close(report.place(cursor.offset()));
        var statement = new Element(part, begin, "", "", fields);
        check(statement, totals);
        if (account.isPresent() && !isPaged(statement) && !isPaged(header)) {
            requireNew(account.get(), begin);
        }
    }

    /** One that stands there twice would be booked twice, where its entries have no names of their own. */
    private void requireNew(Account account, long begin) throws Refusal {
        if (!account.statement().isEmpty() && !read.add(account.statement() + "|" + account.number())) {
            report.fatal(
                    "REPEATED_STATEMENT", "a statement of this name and account stands there before", place(begin));
        }
    }

    private void add(List<Element> fields) throws IOException {
        if (fields.size() >= MOST_FIELDS) {
            throw new Refusal("LARGE_PART", "the statement has more than " + MOST_FIELDS + " fields", cursor.offset());
        }
        fields.add(cursor.element());
    }

    private Account account(List<Element> fields, long begin) throws Refusal {
        return Account.of(new Element(part, begin, "", "", fields), header, accounts, place(begin));
    }

    private Place place(long offset) {
        return report.place(offset);
    }

    private void check(Element statement, StatementTotals totals) throws Refusal {
        if (statement.text("CpyDplctInd").isPresent()) {
            report.note("COPY", "the bank says that this is a copy or a duplicate", place(statement.offset()));
        }
        if (isPaged(statement) || isPaged(header)) {
            report.note(
                    "PAGED", "totals and balances cover several pages and are not compared", place(statement.offset()));
        } else {
            totals.check(statement, report);
        }
    }

    /** True when the statement, or the message, goes on in another file or began in one. */
    private static boolean isPaged(Element element) {
        return element.children().stream()
                .filter(child -> child.name().endsWith("Pgntn"))
                .anyMatch(page -> !page.text("PgNb").orElse("1").equals("1")
                        || !page.text("LastPgInd").orElse("true").matches("true|1"));
    }
}
