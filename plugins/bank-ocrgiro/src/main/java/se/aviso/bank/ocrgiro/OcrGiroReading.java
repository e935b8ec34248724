package se.aviso.bank.ocrgiro;

import java.io.IOException;
import java.util.Optional;
import se.aviso.banktext.FixedRecord;
import se.aviso.banktext.Occurrences;
import se.aviso.banktext.Problems;
import se.aviso.banktext.RecordReader;
import se.aviso.banktext.Sections;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.Place;

/**
 * One reading of one file, from the start of the transmission (10) through its assignments to its end (89).
 *
 * <p>A record in a place where it makes no sense ends the reading; a field that makes no sense is reported, and the
 * reading goes on, so that a person sees all of them at once.
 */
final class OcrGiroReading {
    private final BankFileSink sink;
    private final Problems problems;
    private final Assignment.Booking booking;
    private final Tally tally = new Tally();
    private Optional<Assignment> assignment = Optional.empty();
    private boolean started;
    private boolean ended;

    OcrGiroReading(BankFileSink sink) {
        this.sink = sink;
        this.problems = new Problems(sink);
        this.booking = new Assignment.Booking(new Sections(sink, problems), new Occurrences(), tally);
    }

    void run(RecordReader reader) throws IOException {
        for (var record = reader.next(); record.isPresent(); record = reader.next()) {
            tally.countRecord();
            take(record.get());
            if (problems.stopped()) {
                return;
            }
        }
        finish(reader.here());
    }

    private void take(FixedRecord fields) {
        var record = NetsRecord.of(fields);
        if (!started) {
            start(record.filter(NetsRecord::startsTransmission), fields);
        } else if (ended) {
            problems.stop("RECORD_AFTER_END", "a record follows the end of the transmission (89)", fields.place());
        } else if (record.isEmpty()) {
            problems.stop("BAD_RECORD", "the record does not begin as one of Nets", fields.place());
        } else {
            takeInside(record.get());
        }
        checkForm(fields);
    }

    private void checkForm(FixedRecord fields) {
        if (fields.overlong()) {
            problems.stop("LONG_RECORD", "something stands after position 80", fields.place());
        } else if (fields.hasControlCharacter() && !problems.stopped()) {
            problems.fatal("BAD_CHARACTER", "the record holds a control character", fields.place());
        }
    }

    private void start(Optional<NetsRecord> record, FixedRecord fields) {
        if (record.isEmpty()) {
            problems.stop("NOT_OCRGIRO", "the file does not begin with a start record (NY000010)", fields.place());
            return;
        }
        started = true;
        var identity = fields.trimmed(9, 16) + " " + fields.trimmed(17, 23) + " " + fields.trimmed(24, 31);
        sink.fileOpened(new FileStart(identity, false));
    }

    private void takeInside(NetsRecord record) {
        if (!record.isOfService()) {
            var text = "a record of service " + record.service() + ", which is not the OCR giro";
            problems.stop("OTHER_SERVICE", text, record.place());
            return;
        }
        switch (record.type()) {
            case "10" -> problems.stop("SECOND_START", "a second start of transmission (10)", record.place());
            case "20" -> open(record);
            case "88" -> close(record);
            case "89" -> end(record);
            default -> takeInAssignment(record);
        }
    }

    private void open(NetsRecord record) {
        if (assignment.isPresent()) {
            problems.stop("MISSING_TOTALS", "an assignment begins before the last one's end (88)", record.place());
            return;
        }
        assignment = Assignment.open(record, booking, problems);
        assignment.ifPresent(opened -> opened.take(record));
    }

    private void takeInAssignment(NetsRecord record) {
        assignment.ifPresentOrElse(
                open -> open.take(record),
                () -> problems.stop("OUTSIDE_SECTION", "the record stands in no assignment (20)", record.place()));
    }

    private void close(NetsRecord record) {
        takeInAssignment(record);
        assignment = Optional.empty();
    }

    private void end(NetsRecord record) {
        if (assignment.isPresent()) {
            problems.stop("MISSING_TOTALS", "the last assignment has no end (88)", record.place());
            return;
        }
        ended = true;
        DeclaredTotals.of(record).check(tally, problems);
    }

    private void finish(Place end) {
        if (ended) {
            sink.fileClosed();
        } else {
            problems.stop("TRUNCATED", "the file ends without an end of transmission (89)", end);
        }
    }
}
