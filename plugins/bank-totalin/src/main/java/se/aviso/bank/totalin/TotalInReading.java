package se.aviso.bank.totalin;

import java.io.IOException;
import java.util.Optional;
import se.aviso.banktext.FixedRecord;
import se.aviso.banktext.Problems;
import se.aviso.banktext.RecordReader;
import se.aviso.kernel.Luhn;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.Place;

/**
 * One reading of one file, from its start record (00) through its accounts to its end record (99).
 *
 * <p>A record in a place where it makes no sense ends the reading; a field that makes no sense is reported, and the
 * reading goes on, so that a person sees all of them at once.
 */
final class TotalInReading {
    private final BankFileSink sink;
    private final Problems problems;
    private final PaymentBooking booking;
    private Optional<OpenAccount> account = Optional.empty();
    private long records;
    private boolean started;
    private boolean ended;

    TotalInReading(BankFileSink sink) {
        this.sink = sink;
        this.problems = new Problems(sink);
        this.booking = new PaymentBooking(sink, problems);
    }

    void run(RecordReader reader) throws IOException {
        for (var record = reader.next(); record.isPresent(); record = reader.next()) {
            records++;
            take(record.get());
            if (problems.stopped()) {
                return;
            }
        }
        finish(reader.here());
    }

    private void take(FixedRecord record) {
        if (!started) {
            start(record);
        } else if (record.overlong()) {
            stopOverlong(record);
        } else if (ended) {
            problems.stop("RECORD_AFTER_END", "a record follows the end record (99)", record.place());
        } else {
            takeInside(record);
        }
        if (record.hasControlCharacter() && !problems.stopped()) {
            problems.fatal("BAD_CHARACTER", "the record holds a control character", record.place());
        }
    }

    private void takeInside(FixedRecord record) {
        switch (record.type()) {
            case "00" -> problems.stop("SECOND_START", "a second start record (00)", record.place());
            case "10" -> openAccount(record);
            case "90" -> closeAccount(record);
            case "20", "25", "30", "40", "50", "51", "52", "60", "61", "62", "63", "70" -> takeInAccount(record);
            case "99" -> end(record);
            default -> pass(record);
        }
    }

    private void start(FixedRecord record) {
        var start = FileStartRecord.read(record);
        if (start.isEmpty()) {
            problems.stop(
                    "NOT_TOTALIN", "the file does not begin with a start record (00 … TL1TOTALIN)", record.place());
        } else if (record.overlong()) {
            stopOverlong(record);
        } else {
            started = true;
            sink.fileOpened(start.get());
        }
    }

    private void stopOverlong(FixedRecord record) {
        problems.stop("LONG_RECORD", "something stands after position 80", record.place());
    }

    private void openAccount(FixedRecord record) {
        if (account.isPresent()) {
            problems.stop("MISSING_TOTALS", "an account begins before the last one's end (90)", record.place());
            return;
        }
        account = OpenAccount.open(record, booking, problems);
    }

    private void takeInAccount(FixedRecord record) {
        account.ifPresentOrElse(
                open -> open.take(record),
                () -> problems.stop("OUTSIDE_SECTION", "the record stands in no account (10)", record.place()));
    }

    private void closeAccount(FixedRecord record) {
        takeInAccount(record);
        account = Optional.empty();
    }

    private void end(FixedRecord record) {
        if (account.isPresent()) {
            problems.stop("MISSING_TOTALS", "the last account has no end (90)", record.place());
            return;
        }
        ended = true;
        var declared = record.number(3, 17);
        if (declared.isEmpty()) {
            problems.fatal("BAD_COUNT", "the number of records is no number", record.place());
        } else if (declared.getAsLong() != records) {
            var text = "the file declares " + declared.getAsLong() + " records, " + records + " were read";
            problems.fatal("FILE_COUNT", text, record.place());
        }
    }

    private void pass(FixedRecord record) {
        if (Luhn.isDigits(record.type())) {
            var text = "record type " + record.type() + " is unknown and passed over";
            problems.note("UNKNOWN_RECORD", text, record.place());
        } else {
            problems.stop("BAD_RECORD", "the record does not begin with a record type", record.place());
        }
    }

    private void finish(Place end) {
        if (ended) {
            sink.fileClosed();
        } else {
            problems.stop("TRUNCATED", "the file ends without an end record (99)", end);
        }
    }
}
