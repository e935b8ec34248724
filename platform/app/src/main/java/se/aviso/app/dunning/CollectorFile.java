package se.aviso.app.dunning;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import se.aviso.app.web.Json;
import se.aviso.dunning.CollectorFormat;

/** Writes the file that a collector gets; the same cases make the same bytes. Personal data: never logged. */
final class CollectorFile {
    private static final String DANGEROUS = "=+-@\t\r";

    private CollectorFile() {}

    /**
     * A claim that is handed over.
     *
     * @param open of the claim, as {@code "300.00"}; fee and interest are what is open of its charges
     */
    record Case(
            String number,
            String ocr,
            String payer,
            String address,
            String email,
            long memberNumber,
            LocalDate issuedOn,
            LocalDate dueOn,
            String total,
            String open,
            String charges,
            String currency,
            int reminders,
            LocalDate lastReminderOn,
            String agreement) {}

    static byte[] write(CollectorFormat format, List<Case> cases) {
        return switch (format) {
            case JSON -> Json.write(Map.of("cases", cases)).getBytes(StandardCharsets.UTF_8);
            case CSV -> csv(cases).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String csv(List<Case> cases) {
        var text = new StringWriter();
        var form = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setRecordSeparator("\r\n")
                .get();
        try (var csv = new CSVPrinter(text, form)) {
            csv.printRecord(
                    "number",
                    "ocr",
                    "payer",
                    "address",
                    "email",
                    "memberNumber",
                    "issuedOn",
                    "dueOn",
                    "total",
                    "open",
                    "charges",
                    "currency",
                    "reminders",
                    "lastReminderOn",
                    "agreement");
            for (var each : cases) {
                csv.printRecord(
                        each.number(),
                        each.ocr(),
                        plain(each.payer()),
                        plain(each.address()),
                        plain(each.email()),
                        each.memberNumber(),
                        each.issuedOn(),
                        each.dueOn(),
                        each.total(),
                        each.open(),
                        each.charges(),
                        each.currency(),
                        each.reminders(),
                        each.lastReminderOn(),
                        plain(each.agreement()));
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return "\uFEFF" + text;
    }

    /** A spreadsheet must not take what somebody is called for a formula. */
    private static String plain(String cell) {
        return !cell.isEmpty() && DANGEROUS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
