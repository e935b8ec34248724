package se.aviso.bank.bgmax;

import java.io.IOException;
import java.util.Optional;
import se.aviso.banktext.FixedRecord;
import se.aviso.banktext.Problems;
import se.aviso.banktext.RecordReader;
import se.aviso.kernel.Luhn;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.Place;

/**
 * One reading of one file, from its start record (01) through its sections to its end record (70).
 *
 * <p>A record in a place where it makes no sense ends the reading; a field that makes no sense is reported, and the
 * reading goes on, so that a person sees all of them at once.
 */
final class BgMaxReading {
    /** What every file begins with. */
    static final String SIGNATURE = "01BGMAX";

    private final BankFileSink sink;
    private final Problems problems;
    private final FileCounts counts = new FileCounts();
    private Optional<OpenSection> section = Optional.empty();
    private boolean started;
    private boolean ended;

    BgMaxReading(BankFileSink sink) {
        this.sink = sink;
        this.problems = new Problems(sink);
    }

    void run(RecordReader records) throws IOException {
        for (var record = records.next(); record.isPresent(); record = records.next()) {
            take(record.get());
            if (problems.stopped()) {
                return;
            }
        }
        finish(records.here());
    }

    private void take(FixedRecord record) {
        if (!started) {
            start(record);
        } else if (record.overlong()) {
            stopOverlong(record);
        } else if (ended) {
            problems.stop("RECORD_AFTER_END", "a record follows the end record (70)", record.place());
        } else {
            counts.count(record);
            takeInside(record);
        }
        if (record.hasControlCharacter() && !problems.stopped()) {
            problems.fatal("BAD_CHARACTER", "the record holds a control character", record.place());
        }
    }

    private void takeInside(FixedRecord record) {
        switch (record.type()) {
            case "01" -> problems.stop("SECOND_START", "a second start record (01)", record.place());
            case "05" -> openSection(record);
            case "15" -> closeSection(record);
            case "20", "21", "22", "23", "25", "26", "27", "28", "29" -> takeInSection(record);
            case "70" -> end(record);
            default -> pass(record);
        }
    }

    private void start(FixedRecord record) {
        if (!record.trimmed(1, 22).equals(SIGNATURE)) {
            problems.stop("NOT_BGMAX", "the file does not begin with a start record (01BGMAX)", record.place());
        } else if (record.overlong()) {
            stopOverlong(record);
        } else if (!record.field(23, 24).equals("01")) {
            problems.stop("BAD_VERSION", "the layout version is not 01", record.place());
        } else {
            started = true;
            sink.fileOpened(new FileStart(record.trimmed(25, 44), isTest(record)));
        }
    }

    private void stopOverlong(FixedRecord record) {
        problems.stop("LONG_RECORD", "something stands after position 80", record.place());
    }

    private boolean isTest(FixedRecord start) {
        var mark = start.field(45, 45);
        if (!mark.equals("T") && !mark.equals("P")) {
            problems.note("UNKNOWN_MARK", "the file is marked neither as production nor as test", start.place());
        }
        return mark.equals("T");
    }

    private void openSection(FixedRecord record) {
        if (section.isPresent()) {
            problems.stop(
                    "MISSING_TOTALS", "a section begins before the last one's deposit record (15)", record.place());
            return;
        }
        section = OpenSection.open(record, sink, problems);
    }

    private void takeInSection(FixedRecord record) {
        section.ifPresentOrElse(
                open -> open.take(record),
                () -> problems.stop("OUTSIDE_SECTION", "the record stands in no section (05)", record.place()));
    }

    private void closeSection(FixedRecord record) {
        takeInSection(record);
        section = Optional.empty();
    }

    private void end(FixedRecord record) {
        if (section.isPresent()) {
            problems.stop("MISSING_TOTALS", "the last section has no deposit record (15)", record.place());
            return;
        }
        ended = true;
        counts.check(record, problems);
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
            problems.stop("TRUNCATED", "the file ends without an end record (70)", end);
        }
    }
}
