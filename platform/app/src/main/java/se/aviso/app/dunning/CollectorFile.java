package se.aviso.app.dunning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.aviso.app.sheet.Cell;
import se.aviso.app.sheet.SheetFormat;
import se.aviso.app.web.Json;
import se.aviso.dunning.CollectorFormat;

/** Writes the file that a collector gets; the same cases make the same bytes. Personal data: never logged. */
final class CollectorFile {
    private static final List<String> HEADER = List.of(
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
            case CSV -> csv(cases);
        };
    }

    private static byte[] csv(List<Case> cases) {
        var bytes = new ByteArrayOutputStream();
        try (var sheet = SheetFormat.CSV.begin(bytes, "", HEADER)) {
            for (var each : cases) {
                sheet.row(cells(each));
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static List<Cell> cells(Case of) {
        return List.of(
                new Cell.Text(of.number()),
                new Cell.Text(of.ocr()),
                new Cell.Text(of.payer()),
                new Cell.Text(of.address()),
                new Cell.Text(of.email()),
                new Cell.Whole(of.memberNumber()),
                new Cell.Day(of.issuedOn()),
                new Cell.Day(of.dueOn()),
                Cell.amount(of.total()),
                Cell.amount(of.open()),
                Cell.amount(of.charges()),
                new Cell.Text(of.currency()),
                new Cell.Whole(of.reminders()),
                new Cell.Day(of.lastReminderOn()),
                new Cell.Text(of.agreement()));
    }
}
